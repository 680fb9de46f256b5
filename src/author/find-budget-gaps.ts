import { isDeepStrictEqual } from 'node:util'
import type { Exercise } from '../core/exercise.ts'
import { createRandom, type Random } from '../core/random.ts'
import { isArray, type Value } from '../core/value.ts'
import { type AnyGrader, drawInputs } from '../grader/cases/load-grader.ts'
import { sharedParts } from './shared-part.ts'

export interface BudgetSearch {
  readonly exercise: Exercise
  readonly grader: AnyGrader
  readonly seed: string
}

/** Where a budget cannot be measured, or does not say how it would be kept. */
export function gapsInBudget({ exercise, grader, seed }: BudgetSearch): readonly string[] {
  const { budget } = exercise
  const gaps: string[] = []
  if (budget && budget.growth.length > 0 && budget.ratio === undefined)
    gaps.push(
      'A growth budget alone can be kept by wasting time on small inputs: it needs a ratio budget too.',
    )
  gaps.push(...gapsInInputs(exercise, grader))
  if (budget && !grader.performance?.fast) gaps.push('It does not say what would be fast.')
  if (budget && budget.memory.length > 0 && !grader.performance?.lean)
    gaps.push('It does not say what would be lean.')
  for (const kind of ['growth', 'memory'] as const) {
    for (const [label, { causes }] of Object.entries(grader.performance?.[kind] ?? {})) {
      if (!causes?.length) gaps.push(`The ${kind} budget "${label}" does not say what makes it grow.`)
    }
  }
  return [...gaps, ...gapsInSizes({ exercise, grader, seed }), ...gapsInFreshness({ exercise, grader, seed })]
}

/** Which budgets of exercise.yaml have no inputs to be measured on. */
export function gapsInInputs({ budget }: Exercise, { performance }: AnyGrader): readonly string[] {
  const gaps: string[] = []
  if (budget?.ratio !== undefined && !performance?.ratio)
    gaps.push('The ratio budget has no inputs: grader.ts gives them as performance.ratio.')
  for (const kind of ['growth', 'memory'] as const) {
    for (const { label } of budget?.[kind] ?? []) {
      if (!performance?.[kind]?.[label])
        gaps.push(
          `The ${kind} budget "${label}" has no inputs: grader.ts gives them as performance.${kind}['${label}'].`,
        )
    }
  }
  return gaps
}

/** Beyond the ratio's inputs a submission is bound by its own smaller ones alone, where it may waste time. */
function gapsInSizes({ exercise, grader, seed }: BudgetSearch): readonly string[] {
  const { ratio, growth = {} } = grader.performance ?? {}
  if (ratio === undefined) return []
  const sizes = (draw: typeof ratio) => drawInputs(exercise, draw, createRandom(`${seed}/1`)).flatMap(sizesIn)
  const own = sizes(ratio)
  return Object.entries(growth)
    .filter(([, { large }]) => sizes(large).some((size, at) => size > (own[at] ?? 0)))
    .map(([label]) => `The inputs of the ratio budget are smaller than those that "${label}" ends with.`)
}

/** Lengths and whole numbers: what a growth may be over. */
function sizesIn(value: Value): readonly number[] {
  if (typeof value !== 'object') return Number.isInteger(value) ? [Number(value)] : []
  return isArray(value) ? value.shape : Object.values(value).flatMap(sizesIn)
}

/** One of each that a budget is measured on. */
export function measuredInputs({ exercise, grader, seed }: BudgetSearch) {
  return Object.entries(budgetDraws(grader)).map(
    ([label, draw]) => [label, drawInputs(exercise, draw, createRandom(`${seed}/1`))] as const,
  )
}

/** Whoever knows an input of a measurement, or has met a part of it before, may look its answer up. */
function gapsInFreshness({ exercise, grader, seed }: BudgetSearch): readonly string[] {
  return Object.entries(budgetDraws(grader)).flatMap(([label, draw]) => {
    const inputs = (at: string) => drawInputs(exercise, draw, createRandom(at))
    const [one, next, elsewhere] = [inputs(`${seed}/1`), inputs(`${seed}/2`), inputs(`other than ${seed}/1`)]
    const others = [next, elsewhere]
    if (others.some((other) => isDeepStrictEqual(one, other)))
      return [`The inputs of ${label} are all the same.`]
    const shared = new Set(others.flatMap((other) => sharedParts(one, other)))
    return [...shared].map(
      (at) => `Two inputs of ${label} have a part of ${exercise.signature.params[at]?.name} in common.`,
    )
  })
}

function budgetDraws({ performance }: AnyGrader): {
  readonly [label: string]: (random: Random) => readonly unknown[]
} {
  const sized = Object.entries({ ...performance?.growth, ...performance?.memory }).flatMap(
    ([label, { small, large }]) => [
      [`"${label}" (small)`, small],
      [`"${label}" (large)`, large],
    ],
  )
  const { ratio } = performance ?? {}
  return Object.fromEntries([...(ratio ? [['the ratio budget', ratio]] : []), ...sized])
}
