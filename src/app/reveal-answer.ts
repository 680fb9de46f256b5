import type { Deps } from './deps.ts'
import { previewRatings } from './preview-ratings.ts'
import type { Review } from './review.ts'

/** Shows the answer, and what each rating would store. */
export function revealAnswer(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind !== 'asking') return review
  const shownAt = deps.now()
  const previews = previewRatings(deps, current.card.id, current.state.memory, shownAt)
  return { ...review, current: { ...current, kind: 'revealed', previews, shownAt } }
}
