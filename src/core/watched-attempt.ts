import type { Moment } from './day.ts'
import { type AttemptOutcome, type ExerciseState, effectOf } from './exercise-state.ts'

/**
 * Whether a grading that a mere save began becomes an attempt. Who saves often must not be punished for it:
 * an accepted save counts, and of the others only the first that is a failure of its round.
 */
export function countsWhileWatching(state: ExerciseState, outcome: AttemptOutcome, now: Moment): boolean {
  if (outcome.kind === 'judged' && outcome.verdict === 'accepted') return true
  return effectOf(state, outcome, now).kind === 'failure' && state.failures === 0
}
