import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { messageOf } from '../../core/error-message.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import { mapFields } from '../../core/map-fields.ts'
import { Problem } from '../../core/problem.ts'
import { createRandom, type Random } from '../../core/random.ts'
import { isArray, type NdArray, type Value } from '../../core/value.ts'
import type { NamedValue } from '../../core/verdict.ts'
import type { Comparison, Grader } from '../../kit/define-grader.ts'
import { randomCase } from '../words/sentences.ts'
import { type AllowedInputs, allowedInputs, isInRange, refuseForbidden } from './allowed-inputs.ts'
import { inCase } from './author-fault.ts'
import { authorValue } from './author-value.ts'
import { type Case, type CaseArguments, valuesOf } from './case.ts'
import { comparisonFor } from './comparison-for.ts'
import { loadFixtures } from './fixtures.ts'
import { inTime } from './in-time.ts'
import { nameArgs } from './name-args.ts'
import { relatedInputs } from './related-inputs.ts'
import { valueSize } from './value-size.ts'

export type AnyGrader = Grader<readonly unknown[], unknown> & {
  readonly comparison: Comparison
  /** From the ranges of its exercise, where that declares some. */
  readonly allowed: AllowedInputs | undefined
}

/** The built grader of an exercise, from `dist/graders/ID/grader.js`. */
export async function loadGrader(graderRoot: string, exercise: Exercise): Promise<AnyGrader> {
  const path = join(graderRoot, exercise.id, 'grader.js')
  if (!existsSync(path)) {
    throw new Problem(
      {
        en: `The exercise ${exercise.id} has no grader (${path}).`,
        zh: `练习 ${exercise.id} 没有判题器（${path}）。`,
      },
      {
        remedy: {
          en: 'Run npm run build, or see docs/exercise-format.md for what a grader needs.',
          zh: '请运行 npm run build；判题器的要求见 docs/exercise-format.md。',
        },
      },
    )
  }
  return completeGrader(exercise, await loaded(path, exercise))
}

/** One of the learner's own was tried before, in a process of its own; these are the mistakes of who writes for all. */
async function loaded(path: string, { id }: Exercise): Promise<GraderModule> {
  const written = `graders/${id}/grader.ts`
  const mend = { remedy: { en: 'Mend it, then try again.', zh: '请改正后重试。' } }
  const module: Partial<GraderModule> = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    const [why] = messageOf(cause).split('\n')
    throw new Problem(
      { en: `${written} throws when it is loaded: ${why}.`, zh: `${written} 在加载时抛出错误：${why}。` },
      { ...mend, cause },
    )
  })
  if (module.grader) return { grader: module.grader }
  throw new Problem(
    {
      en: `${written} exports no \`grader\`: write \`export const grader = defineGrader({…})\`.`,
      zh: `${written} 没有导出 \`grader\`：请写 \`export const grader = defineGrader({…})\`。`,
    },
    mend,
  )
}

export interface GraderModule {
  readonly grader: Grader<readonly unknown[], unknown>
}

export function completeGrader(exercise: Exercise, { grader }: GraderModule): AnyGrader {
  return {
    ...grader,
    ...(exercise.isOwn && { reference: inTime(grader.reference) }),
    ...(exercise.input && { valid: within(exercise, grader.valid) }),
    comparison: comparisonFor(exercise, grader.comparison),
    allowed: allowedInputs(exercise, grader),
  }
}

/** Ranges come first: what an author's `valid` is asked is within them. */
function within(exercise: Exercise, valid: AnyGrader['valid']): NonNullable<AnyGrader['valid']> {
  return (...args) => isInRange(exercise, args as Value[]) && (valid === undefined || valid(...args))
}

/** Hand-made cases, fixtures and random ones, the smallest first: the first failure is then the smallest. */
export function prepareCases(
  grader: AnyGrader,
  exercise: Exercise,
  graderRoot: string,
  seed: string,
): Case[] {
  const own = grader.cases.map(({ name, args }) =>
    referenceCase(grader, exercise, { name, origin: 'hand-made', args }),
  )
  const fixtures = loadFixtures(join(graderRoot, exercise.id, 'fixtures')).flatMap(({ path, cases }) =>
    cases.map(({ name, args, expected }) => ({
      name,
      origin: 'fixture' as const,
      args: inCase(name, basename(path), () => nameArgs(exercise, args)),
      expected,
    })),
  )
  const edges = grader.allowed?.edges(`${seed}/edge`) ?? []
  const random = Array.from({ length: grader.randomCases }, (_, index) => {
    const name = randomCase(index + 1)
    const draw = () => drawRandom(grader, exercise, `${seed}/case/${index}`, index)
    return { name, args: inCase(name, GRADER, draw) }
  })
  const related = relatedInputs(grader, exercise, `${seed}/related`)
  const drawn = [...edges, ...random, ...related].map(({ name, args }) =>
    answered(grader, exercise, { name, origin: 'random', args }),
  )
  const cases = [...own, ...fixtures, ...drawn]
  for (const { name, args } of cases) inCase(name, GRADER, () => refuseForbidden(exercise, args))
  return cases.sort((one, other) => sizeOfCase(one) - sizeOfCase(other))
}

/** What chance brings within rounding of a threshold is drawn again. */
const TRIES = 20

/** Of the grader's own shape and of whatever is allowed, in turn, where there are both. */
export function drawRandom(
  { random, allowed, valid }: AnyGrader,
  exercise: Exercise,
  seed: string,
  index: number,
): CaseArguments {
  if (allowed && (random === undefined || index % 2 === 1)) return allowed.draw(seed)
  if (random === undefined) throw new TypeError('there is neither `random` nor a range in exercise.yaml')
  const source = createRandom(seed)
  let args = nameArgs(exercise, random(source))
  for (let tries = 1; tries < TRIES && valid?.(...valuesOf(args)) === false; tries++)
    args = nameArgs(exercise, random(source))
  return args
}

/** One more of the whole input space. */
export function drawnCase(
  grader: AnyGrader,
  exercise: Exercise,
  seed: string,
  index: number,
  name: Text,
): Case {
  const args = inCase(name, GRADER, () => drawRandom(grader, exercise, `${seed}/${index}`, index))
  return answered(grader, exercise, { name, origin: 'random', args })
}

/** Inputs for a budget, checked like any other value of an author's. */
export function drawInputs(
  exercise: Exercise,
  draw: (random: Random) => readonly unknown[],
  random: Random,
): readonly Value[] {
  return valuesOf(inCase(OF_A_BUDGET, GRADER, () => nameArgs(exercise, draw(random))))
}

const OF_A_BUDGET: Text = { en: 'an input of a budget', zh: '用于测速的输入' }

/** A function of the author's: the reference, or what follows from a set of choices. */
export type Implementation = (...args: readonly unknown[]) => unknown

/** What a function of the author's makes of the arguments: the reference's answer, or that of a set of choices. */
export function answerOf(exercise: Exercise, run: Implementation, args: readonly NamedValue[]): Value {
  // A copy: a wrong choice may well be one that writes into its arguments.
  return authorValue(exercise.signature.returns, run(...args.map(({ value }) => copyOf(value))), 'result')
}

export function copyOf(value: Value): Value {
  if (typeof value !== 'object') return value
  if (isArray(value)) return { ...value, data: value.data.slice() } as NdArray
  return mapFields(value, copyOf)
}

/** A case whose expected output is the reference's. */
export function referenceCase(
  grader: AnyGrader,
  exercise: Exercise,
  { name, origin, args: raw }: Pick<Case, 'name' | 'origin'> & { readonly args: readonly unknown[] },
): Case {
  const args = inCase(name, GRADER, () => nameArgs(exercise, raw))
  return answered(grader, exercise, { name, origin, args })
}

function answered(
  { reference }: AnyGrader,
  exercise: Exercise,
  asked: Pick<Case, 'name' | 'origin' | 'args'>,
): Case {
  const expected = inCase(asked.name, 'reference.ts', () => answerOf(exercise, reference, asked.args))
  return { ...asked, expected }
}

const GRADER = 'grader.ts'

/** How much there is to look at. */
export function sizeOfCase({ args }: Pick<Case, 'args'>): number {
  return args.reduce((size, { value }) => size + valueSize(value), 0)
}
