import type { ReviewOptions } from '../../app/open-session.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { reviewKeys } from './review-keys.ts'
import { afterExercise, isTyping, keepAsLeft, openReview, type ReviewState } from './review-state.ts'
import { drawReview, leftBehind } from './review-view.ts'
import { type ReviewEvent, stepReview } from './step-review.ts'

export interface ReviewOpening {
  readonly options: ReviewOptions
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly review: ReviewOpening
  }
}

export const REVIEW = defineScreen<ReviewOpening, ReviewState, ReviewEvent>({
  open: (deps, { options }) => openReview(deps, options),
  keys: reviewKeys,
  draw: drawReview,
  hear: stepReview,
  close: keepAsLeft,
  leaves: leftBehind,
  goesOn: afterExercise,
  hasField: isTyping,
  type: (text) => ({ kind: 'type', text }),
  hasClock: ({ review }) => review.mode === 'interview' && review.current.kind !== 'finished',
})
