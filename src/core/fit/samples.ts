import type { Instant } from '../day.ts'
import type { Rating } from '../rating.ts'

/** One review as a model is fitted on it. */
export interface StudiedReview {
  readonly at: Instant
  readonly rating: Rating
  /** Whole study days since the one before; 0 for the first. */
  readonly elapsedDays: number
}

/** The reviews of one card since it was new, in order. */
export type StudyHistory = readonly StudiedReview[]

/** A review on another day than the one before it: what a model can be held to. `history` goes on behind it. */
export interface Sample {
  readonly history: StudyHistory
  /** Its place there, at least 1. */
  readonly place: number
  readonly at: Instant
}

/** In the order of their reviews. */
export function samplesOf(histories: Iterable<StudyHistory>): readonly Sample[] {
  const samples: Sample[] = []
  for (const history of histories) {
    history.forEach(({ elapsedDays, at }, place) => {
      if (elapsedDays > 0) samples.push({ history, place, at })
    })
  }
  return samples.sort((one, other) => one.at - other.at)
}
