import { createRandom } from '../../src/core/random.ts'

export interface PairedDifference {
  readonly mean: number
  /** Where the mean lies in 95 % of the resampled sets of learners. */
  readonly low: number
  readonly high: number
  /** The share of learners for whom it is below zero. */
  readonly worse: number
}

const RESAMPLED = 2000

/** By bootstrap over learners, each paired with itself. */
export function differenceOf(ours: readonly number[], theirs: readonly number[]): PairedDifference {
  const differences = ours.map((value, at) => value - (theirs[at] ?? Number.NaN))
  const random = createRandom('bootstrap')
  const means = Array.from({ length: RESAMPLED }, () =>
    meanOf(differences.map(() => differences[random.int(0, differences.length - 1)] ?? Number.NaN)),
  ).sort((one, other) => one - other)
  return {
    mean: meanOf(differences),
    low: means[Math.floor(0.025 * RESAMPLED)] ?? Number.NaN,
    high: means[Math.ceil(0.975 * RESAMPLED) - 1] ?? Number.NaN,
    worse: differences.filter((difference) => difference < 0).length / differences.length,
  }
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
