import { type Instant, type StudyDay, studyDayOf } from './day.ts'
import type { Event } from './event.ts'
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

/** Undefined of what is no submission. */
export function pastAttemptOf(event: Event): PastAttempt | undefined {
  if (event.kind !== 'attempt' && event.kind !== 'practice') return undefined
  const { exercise, at, language, outcome, ratio } = event
  const isJudged = outcome.kind === 'judged'
  return {
    exercise,
    day: studyDayOf(event),
    at,
    language,
    verdict: isJudged ? outcome.verdict : 'given-up',
    tier: isJudged ? outcome.tier : 'none',
    ratio: ratio ?? null,
    diagnosis: (event.kind === 'attempt' ? event.diagnosis : undefined) ?? null,
  }
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
