import type { Instant, StudyDay } from './day.ts'
import type { Language } from './exercise.ts'
import type { CardId, ExerciseId } from './ids.ts'
import type { Memory } from './memory.ts'
import type { Rating } from './rating.ts'
import type { Tier, VerdictKind } from './verdict.ts'

/** One answered card, as statistics need it. */
export interface PastReview {
  readonly card: CardId
  readonly day: StudyDay
  readonly rating: Rating
  readonly kindBefore: Memory['kind']
  readonly intervalBefore: number | null
  readonly durationMs: number
}

/** One recorded submission, or a solution that was asked for. */
export interface PastAttempt {
  readonly exercise: ExerciseId
  readonly day: StudyDay
  readonly at: Instant
  readonly language: Language
  readonly verdict: VerdictKind | 'given-up'
  readonly tier: Tier
  readonly ratio: number | null
  readonly diagnosis: string | null
}

/** All attempts at one exercise. */
export interface AttemptRecord {
  readonly accepted: number
  readonly last: PastAttempt
}

/** A submission that was accepted, as it was then. */
export interface AcceptedSource {
  readonly at: Instant
  readonly source: string
}
