import type { Random } from '../random.ts'
import { RATINGS, type Rating } from '../rating.ts'

/**
 * Shares of ratings, from again to easy, among first answers and among recalls, as fsrs-rs takes them from
 * many learners.
 */
export const FIRST_RATINGS: readonly number[] = [0.24, 0.094, 0.495, 0.171]
export const RECALLED_RATINGS: readonly number[] = [0, 0.224, 0.631, 0.145]

export function drawFirstRating(random: Random): Rating {
  return drawn(FIRST_RATINGS, random)
}

export function drawRecalledRating(random: Random): Rating {
  return drawn(RECALLED_RATINGS, random)
}

function drawn(shares: readonly number[], random: Random): Rating {
  let left = random.real()
  for (const [at, rating] of RATINGS.entries()) {
    left -= shares[at] ?? 0
    if (left < 0) return rating
  }
  return 'good'
}
