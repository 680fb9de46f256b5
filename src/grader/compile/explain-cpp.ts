import type { Exercise } from '../../core/exercise.ts'
import { cppHeading } from '../languages/cpp-glue.ts'
import { snakeCase } from '../languages/snake-case.ts'

interface Explained {
  readonly why: 'syntax' | 'missing'
  readonly message: string
}

/**
 * A compiler's complaints as the learner can use them: with their own file and lines, and nothing about the lines behind it. `alone`
 * compiles the file without those and returns the complaints, or undefined where there are none.
 */
export async function explainCpp(
  said: string,
  exercise: Exercise,
  alone: () => Promise<string | undefined>,
): Promise<Explained> {
  if (!said.includes('harness.unit.cpp:') && !LINKING.test(said)) return { why: 'syntax', message: cut(said) }
  const own = await alone()
  if (own !== undefined) return { why: 'syntax', message: cut(own) }
  const name = snakeCase(exercise.id)
  if (new RegExp(`(?:'${name}' was not declared|undeclared identifier '${name}')`).test(said))
    return { why: 'missing', message: '' }
  if (LINKING.test(said)) return { why: 'syntax', message: cut(undefinedIn(said)) }
  const message = `${name} cannot be called as the exercise calls it: ${firstError(said)}\nIt is called as\n  ${cppHeading(exercise)}`
  return { why: 'syntax', message }
}

const LINKING = /undefined reference to|Undefined symbols|ld returned 1|duplicate symbol|multiple definition/

/** The linker names object files and sections; what is missing is all that helps. */
function undefinedIn(said: string): string {
  const found = [...said.matchAll(/undefined reference to [`'](.+)'/g)].map(([, symbol]) => symbol)
  return found.length === 0
    ? said
    : [...new Set(found)].map((symbol) => `${symbol} is declared and used, but not defined.`).join('\n')
}

function firstError(said: string): string {
  return /^.*?error: (.*)$/m.exec(said)?.[1] ?? 'its types do not fit'
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

const OURS = /^In file included from (?:harness\.unit\.cpp|<command-line>)|^compilation terminated/
