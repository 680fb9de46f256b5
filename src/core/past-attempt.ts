import type { Instant, StudyDay } from './day.ts'
import type { Language } from './exercise.ts'
import type { ExerciseId } from './ids.ts'
import type { Tier, VerdictKind } from './verdict.ts'

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
