import type { Random } from '../random.ts'
import { RATINGS, type Rating } from '../rating.ts'

/** Shares of ratings among first answers and among recalls, as fsrs-rs takes them from many learners. */
const FIRST_RATINGS = [0.24, 0.094, 0.495, 0.171]
const RECALLED_RATINGS = [0, 0.224, 0.631, 0.145]

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
