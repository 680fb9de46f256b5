import { drawShare } from '../draw-share.ts'
import type { Random } from '../random.ts'
import { RATINGS, type Rating } from '../rating.ts'

/**
 * Shares of ratings, from again to easy, among first answers and among recalls, as fsrs-rs takes them from
 * many learners.
 */
export const FIRST_RATINGS: readonly number[] = [0.24, 0.094, 0.495, 0.171]
export const RECALLED_RATINGS: readonly number[] = [0, 0.224, 0.631, 0.145]

export function drawFirstRating(random: Random): Rating {
  return RATINGS[drawShare(FIRST_RATINGS, random)] ?? 'good'
}

export function drawRecalledRating(random: Random): Rating {
  return RATINGS[drawShare(RECALLED_RATINGS, random)] ?? 'good'
}
