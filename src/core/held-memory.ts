import { type Moment, studyDayOf } from './day.ts'
import type { HeldMemory } from './event.ts'
import type { ReviewMemory } from './memory.ts'
import { LONGEST_DAYS } from './memory-bounds.ts'
import type { Scheduler } from './scheduler.ts'

/**
 * A memory that another program had, from the moment of its last review. Another event says its day, where
 * that is known.
 */
export function heldMemory(
  { stability, difficulty, reps, lapses }: HeldMemory,
  now: Moment,
  { idealIntervalDays }: Pick<Scheduler, 'idealIntervalDays'>,
): ReviewMemory {
  const lastDay = studyDayOf(now)
  const intervalDays = Math.min(LONGEST_DAYS, Math.max(1, Math.round(idealIntervalDays({ stability }))))
  return {
    kind: 'review',
    stability,
    difficulty,
    lastReview: now.at,
    lastDay,
    reps,
    lapses,
    dueDay: lastDay + intervalDays,
    intervalDays,
  }
}
