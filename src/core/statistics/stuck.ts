import type { StudyDay } from '../day.ts'
import type { ExerciseId } from '../ids.ts'
import type { PastAttempt } from '../past-attempt.ts'
import { isSubmission } from './exercise-history.ts'

/** An exercise that was tried again and again of late, and is still open. */
export interface StuckExercise {
  readonly exercise: ExerciseId
  /** Submissions in a row that were not accepted. */
  readonly failures: number
  readonly lastDay: StudyDay
}

/**
 * Who fails so often in a row, the last time within so many days, is stuck; who asked for the solution then
 * is not any more.
 */
export const STUCK = { failures: 3, days: 14 }

/** @param attempts in the order in which they were made */
export function stuckExercises(attempts: readonly PastAttempt[], today: StudyDay): readonly StuckExercise[] {
  return [...Map.groupBy(attempts, ({ exercise }) => exercise)].flatMap(([exercise, all]) => {
    const ended = all.findLastIndex(({ verdict }) => verdict === 'accepted' || verdict === 'given-up')
    const failed = all.slice(ended + 1).filter(isSubmission)
    const lastDay = failed.at(-1)?.day
    const isStuck = lastDay !== undefined && failed.length >= STUCK.failures && lastDay > today - STUCK.days
    return isStuck ? [{ exercise, failures: failed.length, lastDay }] : []
  })
}
