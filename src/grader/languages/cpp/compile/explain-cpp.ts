import type { Exercise } from '../../../../core/exercise.ts'
import { type Text, verbatim } from '../../../../core/locale.ts'
import { snakeCase } from '../../../protocol/snake-case.ts'
import {
  cannotBeCalled,
  HELPER_IS_MISSING,
  notDefined,
  returnsNothing,
} from '../../../words/loading-sentences.ts'
import { cppHeading } from './cpp-glue.ts'

/** Why a file did not compile. */
export type Complaint =
  /** In the compiler's words. */
  | { readonly kind: 'said'; readonly text: string }
  /** It said nothing, or had no time to. */
  | { readonly kind: 'ended'; readonly text: Text }

interface ExplainedComplaint {
  readonly why: 'syntax' | 'missing'
  readonly message: Text
}

/**
 * A compiler's complaints as the learner can use them: with their own file and lines, and nothing about the
 * lines behind it. `alone` compiles the file without those and returns the complaint, or undefined where
 * there is none.
 */
export async function explainCpp(
  complaint: Complaint,
  { exercise, source }: { readonly exercise: Exercise; readonly source: string },
  alone: () => Promise<Complaint | undefined>,
): Promise<ExplainedComplaint> {
  if (complaint.kind === 'ended') return { why: 'syntax', message: complaint.text }
  const said = complaint.text
  if (!said.includes('harness.unit.cpp:') && !LINKING.test(said))
    return { why: 'syntax', message: withHelper(said, source) }
  const own = await alone()
  if (own !== undefined)
    return { why: 'syntax', message: own.kind === 'said' ? withHelper(own.text, source) : own.text }
  const name = snakeCase(exercise.id)
  // Where nothing is called so; and clang complains of the types first.
  if (
    new RegExp(`'${name}' was not declared|undeclared identifier '${name}'`).test(said) ||
    !source.includes(name)
  )
    return { why: 'missing', message: verbatim('') }
  if (LINKING.test(said)) return { why: 'syntax', message: undefinedIn(said) }
  const heading = cppHeading(exercise)
  const isVoid = new RegExp(`\\bvoid\\s+${name}\\s*\\(`).test(source)
  const message = isVoid ? returnsNothing(name, heading) : cannotBeCalled(name, firstError(said), heading)
  return { why: 'syntax', message }
}

/** A header in quotes that is not there may be a file of the learner's own. */
function withHelper(said: string, source: string): Text {
  const [, header = ''] =
    /fatal error: '?([^'\n]{1,500}?)'?(?:: No such file| file not found)/.exec(said) ?? []
  const text = cut(said)
  const isOwn = header !== '' && source.includes(`"${header}"`)
  return isOwn
    ? { en: `${HELPER_IS_MISSING.en}\n${text}`, zh: `${HELPER_IS_MISSING.zh}\n${text}` }
    : verbatim(text)
}

const LINKING = /undefined reference to|Undefined symbols|ld returned 1|duplicate symbol|multiple definition/

/** The linker names object files and sections; what is missing is all that helps. */
function undefinedIn(said: string): Text {
  const found = [...said.matchAll(/undefined reference to [`'](.{1,2000})'/g)].map(
    ([, symbol = '']) => symbol,
  )
  const symbols = [...new Set(found)].slice(0, MOST_SYMBOLS)
  return symbols.length === 0 ? verbatim(cut(said)) : notDefined(symbols)
}

const MOST_SYMBOLS = 20

function firstError(said: string): string | undefined {
  return /^.*?error: (.*)$/m.exec(said)?.[1]
}

const MOST_LINES = 40
const MOST_LETTERS = 4000

function cut(said: string): string {
  const lines = said
    .split('\n')
    .filter((line) => !OURS.test(line))
    // A file that includes itself is included from the same line two hundred times.
    .filter((line, at, all) => line !== all[at - 1])
  const whole = lines.join('\n').trim()
  const kept = lines.slice(0, MOST_LINES).join('\n').trim().slice(0, MOST_LETTERS)
  return kept.length < whole.length ? `${kept}\n…` : kept
}

const OURS =
  /^In file included from (?:harness\.unit\.cpp|<command-line>)|^compilation terminated|^\d+ errors? generated\.$/
