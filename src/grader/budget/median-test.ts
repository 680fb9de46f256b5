/**
 * A sequential test on the median of paired ratios, with no assumption about their distribution: the number of pairs on one side
 * of the true median is binomial, so the k-th smallest and k-th largest of n pairs enclose it (Conover 1999, section 3.2).
 * Each look spends an equal part of `ERROR_PROBABILITY` on either side, so that all of them together stay within it.
 */
export const ERROR_PROBABILITY = 0.05

/** The test looks when so many pairs are in, and gives up after the last. */
export const LOOKS = [7, 11, 16, 22, 30] as const
export const MAX_PAIRS = LOOKS[LOOKS.length - 1] as number

/** Ratios that lie so far on one side of their limit, each of the first pairs, need no test: CPU time is never off by so much. */
const CLEAR_FACTOR = 3
const CLEAR_PAIRS = 3

export type Side = 'below' | 'above' | 'open'

export interface MedianEstimate {
  readonly median: number
  readonly interval: readonly [number, number]
}

export function estimateMedian(ratios: readonly number[]): MedianEstimate {
  const sorted = ratios.toSorted((a, b) => a - b)
  const skipped = skippable(sorted.length)
  const lowest = sorted[skipped] ?? Number.NaN
  const highest = sorted[sorted.length - 1 - skipped] ?? Number.NaN
  return { median: middle(sorted), interval: [lowest, highest] }
}

/** Where the median lies. `open` until the pairs say so at one of the looks. */
export function sideOf(limit: number, ratios: readonly number[]): Side {
  if (ratios.length >= CLEAR_PAIRS) {
    if (ratios.every((ratio) => ratio > CLEAR_FACTOR * limit)) return 'above'
    if (ratios.every((ratio) => ratio * CLEAR_FACTOR < limit)) return 'below'
  }
  if (!LOOKS.some((look) => look === ratios.length)) return 'open'
  const [lowest, highest] = estimateMedian(ratios).interval
  if (highest <= limit) return 'below'
  return lowest > limit ? 'above' : 'open'
}

/** How many of n pairs may be left out at each end: the most for which P(Binomial(n, 1/2) <= skipped) is within a look's share. */
function skippable(pairs: number): number {
  const share = ERROR_PROBABILITY / LOOKS.length
  let probability = 0.5 ** pairs
  let tail = probability
  let skipped = 0
  for (; skipped < pairs / 2; skipped++) {
    probability *= (pairs - skipped) / (skipped + 1)
    tail += probability
    if (tail > share) break
  }
  return skipped
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}
