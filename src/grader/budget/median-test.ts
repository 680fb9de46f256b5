import { EDGE_MARGIN, type Side } from '../../core/verdict.ts'

/**
 * A sequential test on the median of paired ratios, with no assumption about their distribution: the number
 * of pairs on one side of the true median is binomial, so the k-th smallest and k-th largest of n pairs
 * enclose it (Conover 1999, section 3.2).
 * At each look so many are left out that it errs in one of a hundred gradings at most, on either side;
 * together the five stay within `ERROR_PROBABILITY`.
 */
export const ERROR_PROBABILITY = 0.05
const LOOK_ERROR = 0.01

/** The test looks when so many pairs are in, and gives up after the last. */
export const LOOKS = [7, 11, 16, 22, 30] as const
export const MAX_PAIRS = LOOKS[LOOKS.length - 1] as number

/**
 * Where each of so many first pairs lies on the same side of the limit by such a factor no test is needed:
 * CPU time is never off by so much.
 */
const CLEAR = [
  { pairs: 3, factor: 3 },
  { pairs: 4, factor: 2 },
  { pairs: 5, factor: 1.5 },
] as const

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
  for (const { pairs, factor } of CLEAR) {
    if (ratios.length < pairs) break
    if (ratios.every((ratio) => ratio > factor * limit)) return 'over'
    if (ratios.every((ratio) => ratio * factor < limit)) return 'within'
  }
  if (!LOOKS.some((look) => look === ratios.length)) return 'open'
  const [lowest, highest] = estimateMedian(ratios).interval
  if (highest <= limit) return 'within'
  if (lowest > EDGE_MARGIN * limit) return 'over'
  return lowest > limit / EDGE_MARGIN && highest <= EDGE_MARGIN * limit ? 'edge' : 'open'
}

/** The same where no more is measured. */
export function lastSideOf(limit: number, ratios: readonly number[]): Side {
  const side = sideOf(limit, ratios)
  return side === 'open' && ratios.length >= LOOKS[0] ? likelySide(limit, estimateMedian(ratios)) : side
}

/** Over is only what is surely beyond the budget, and beyond the margin most likely. */
export function likelySide(limit: number, { median, interval: [lowest, highest] }: MedianEstimate): Side {
  if (highest <= limit) return 'within'
  if (median <= EDGE_MARGIN * limit) return 'edge'
  return lowest > limit ? 'over' : 'open'
}

/**
 * How many of n pairs may be left out at each end: the most for which P(Binomial(n, 1/2) <= skipped) is
 * within `LOOK_ERROR`.
 */
function skippable(pairs: number): number {
  let probability = 0.5 ** pairs
  let tail = probability
  let skipped = 0
  for (; skipped < pairs / 2; skipped++) {
    probability *= (pairs - skipped) / (skipped + 1)
    tail += probability
    if (tail > LOOK_ERROR) break
  }
  return skipped
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}
