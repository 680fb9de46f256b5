import type { LoggedReview } from '../../core/logged-reviews.ts'
import { RATINGS } from '../../core/rating.ts'
import { KINDS_BY_STATE } from './review-states.ts'

/** The columns of the review logs that FSRS's optimizers read. */
export const REVIEW_COLUMNS = [
  'card_id',
  'review_time',
  'review_rating',
  'review_state',
  'review_duration',
] as const

/** The rating from one; the state that the review met. */
export function reviewRow({ review, before }: LoggedReview): readonly (string | number)[] {
  const { card, at, rating, durationMs } = review
  return [card, at, RATINGS.indexOf(rating) + 1, KINDS_BY_STATE.indexOf(before), Math.round(durationMs)]
}
