import type { StudyDay } from './day.ts'
import { createRandom } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import type { Settings } from './settings.ts'

/** How much a day asks for, and in which order. */
export interface DayLimits {
  /** For the whole day; what was done already counts. */
  readonly newCards: number
  readonly reviews: number
  /** The cards that are due, the one to ask first in front. */
  readonly order: <Due extends DueMemory>(due: readonly Due[]) => readonly Due[]
}

export interface DueMemory {
  readonly lastDay: StudyDay
  readonly stability: number
}

export interface LimitsInput {
  readonly settings: Pick<Settings, 'new-per-day' | 'reviews-per-day'>
  /** Instead of the setting. */
  readonly newCards: number | undefined
  readonly day: StudyDay
  readonly scheduler: Scheduler
}

/** The one place that decides what a day may hold. */
export function limitsFor({ settings, newCards, day, scheduler }: LimitsInput): DayLimits {
  return {
    newCards: newCards ?? settings['new-per-day'],
    reviews: settings['reviews-per-day'],
    order: (due) => byOverdueness(due, day, scheduler),
  }
}

/** Shuffled by the day first, so that cards which are equally overdue are not asked deck by deck. */
function byOverdueness<Due extends DueMemory>(
  due: readonly Due[],
  day: StudyDay,
  scheduler: Scheduler,
): readonly Due[] {
  const overdueness = (memory: Due) => (day - memory.lastDay) / scheduler.idealIntervalDays(memory)
  return createRandom(`queue:${day}`)
    .shuffle(due)
    .sort((one, other) => overdueness(other) - overdueness(one))
}
