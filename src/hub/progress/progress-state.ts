import type { StudyDay } from '../../core/day.ts'
import type { DayTotals } from '../../core/day-totals.ts'
import type { ExerciseState } from '../../core/exercise-state.ts'
import type { CardId, ExerciseId } from '../../core/ids.ts'
import type { SeenMemory } from '../../core/memory.ts'
import type { ParametersByScope } from '../../core/parameters-by-scope.ts'
import type { PastAttempt } from '../../core/past-attempt.ts'

/**
 * What follows from a learner's log, whichever day it is looked at. No submission's source is in it, and no
 * setting but the date.
 */
export interface ProgressState {
  /** Of the zone in which they were last. */
  readonly offsetMin: number
  /** The date of their interview, as the setting has it. */
  readonly interview: string
  readonly parameters: ParametersByScope
  /** Of those that were reviewed. */
  readonly cards: readonly KeptMemory[]
  readonly exercises: readonly (readonly [ExerciseId, ExerciseState])[]
  /** In the order in which they were made. */
  readonly attempts: readonly KeptAttempt[]
  readonly days: readonly (readonly [StudyDay, DayTotals])[]
}

/** Short, for a learner has thousands of them. */
export type KeptMemory = readonly [
  card: CardId,
  kind: SeenMemory['kind'],
  stability: number,
  lastDay: StudyDay,
  lapses: number,
]

export interface KeptAttempt extends PastAttempt {
  /** The cards that the diagnosis named. */
  readonly recalls: readonly CardId[]
}

/** Counts with each change of what is made of a log: what an older program kept is made anew. */
export const PROGRESS_FORM = 1
