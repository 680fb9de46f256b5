import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Exercise } from '../../core/exercise.ts'
import { Problem } from '../../core/problem.ts'
import { createRandom, type Random } from '../../core/random.ts'
import type { Value } from '../../core/value.ts'
import type { NamedValue } from '../../core/verdict.ts'
import type { Comparison, Grader, Mutant } from '../../kit/define-grader.ts'
import { randomCase } from '../words/sentences.ts'
import { authorValue } from './author-value.ts'
import type { Case } from './case.ts'
import { comparisonFor } from './comparison-for.ts'
import { loadFixtures } from './fixtures.ts'
import { valueSize } from './value-size.ts'

export type AnyGrader = Grader<readonly unknown[], unknown> & { readonly comparison: Comparison }
export type AnyMutant = Mutant<readonly unknown[], unknown>

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
  const module = (await import(pathToFileURL(path).href)) as GraderModule
  return completeGrader(exercise, module)
}

export interface GraderModule {
  readonly grader: Grader<readonly unknown[], unknown>
}

export function completeGrader(exercise: Exercise, { grader }: GraderModule): AnyGrader {
  return { ...grader, comparison: comparisonFor(exercise, grader.comparison) }
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
  const fixtures = loadFixtures(join(graderRoot, exercise.id, 'fixtures')).flatMap(({ cases }) =>
    cases.map(({ name, args, expected }) => ({
      name,
      origin: 'fixture' as const,
      args: nameArgs(exercise, args),
      expected,
    })),
  )
  const random = Array.from({ length: grader.randomCases }, (_, index) => {
    const args = grader.random(createRandom(`${seed}/case/${index}`))
    return referenceCase(grader, exercise, { name: randomCase(index + 1), origin: 'random', args })
  })
  return [...own, ...fixtures, ...random].sort((one, other) => sizeOfCase(one) - sizeOfCase(other))
}

/** Inputs for a budget, checked like any other value of an author's. */
export function drawInputs(
  exercise: Exercise,
  draw: (random: Random) => readonly unknown[],
  random: Random,
): Value[] {
  return nameArgs(exercise, draw(random)).map(({ value }) => value)
}

/** What a function of the author's makes of the arguments: the reference's answer, or a mutant's. */
export function answerOf(
  exercise: Exercise,
  run: (...args: readonly unknown[]) => unknown,
  args: readonly NamedValue[],
): Value {
  // A copy: a mutant may well be one that writes into its arguments.
  return authorValue(
    exercise.signature.returns,
    run(...args.map(({ value }) => structuredClone(value))),
    'result',
  )
}

/** A case whose expected output is the reference's. */
export function referenceCase(
  grader: AnyGrader,
  exercise: Exercise,
  { name, origin, args: raw }: Pick<Case, 'name' | 'origin'> & { readonly args: readonly unknown[] },
): Case {
  const args = nameArgs(exercise, raw)
  return { name, origin, args, expected: answerOf(exercise, grader.reference, args) }
}

/** The arguments as the signature names them, checked against its types. */
export function nameArgs(exercise: Exercise, args: readonly unknown[]): NamedValue[] {
  const { params } = exercise.signature
  if (args.length !== params.length)
    throw new TypeError(`${args.length} arguments for ${params.length} parameters`)
  return params.map(({ name, type }, at) => ({ name, value: authorValue(type, args[at], name) }))
}

/** How much there is to look at. */
export function sizeOfCase({ args }: Pick<Case, 'args'>): number {
  return args.reduce((size, { value }) => size + valueSize(value), 0)
}
