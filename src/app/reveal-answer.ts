import { RATINGS } from '../core/rating.ts'
import { type Deps, schedulersIn } from './deps.ts'
import type { Previews, Review } from './review.ts'

/** Shows the answer, and what each rating would store. */
export function revealAnswer(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind !== 'asking') return review
  const shownAt = deps.now()
  const { next } = schedulersIn(deps).cards
  const previews = Object.fromEntries(
    RATINGS.map((rating) => [rating, next(current.card.id, current.state.memory, rating, shownAt)]),
  ) as Previews
  return { ...review, current: { ...current, kind: 'revealed', previews, shownAt } }
}
