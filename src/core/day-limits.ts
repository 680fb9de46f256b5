import { dateOf, type StudyDay } from './day.ts'
import type { CardLimits } from './minutes-a-day.ts'
import { createRandom } from './random.ts'
import type { Scheduler } from './scheduler.ts'

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
  /** Without regard to what the learner allowed this day. */
  readonly limits: CardLimits
  /** As the log has them, with what is no setting of the learner's. */
  readonly texts: ReadonlyMap<string, string>
  /** Instead of what the day may have. */
  readonly newCards: number | undefined
  readonly day: StudyDay
  readonly scheduler: Scheduler
  /** Whether a plan has chosen the cards, and put them in order. */
  readonly isPlanned: boolean
}

/** The one place that decides what a day may hold. */
export function limitsFor({ limits, texts, newCards, day, scheduler, isPlanned }: LimitsInput): DayLimits {
  return {
    newCards: newCards ?? newCardsOn(day, limits.newCards, texts),
    reviews: limits.reviews,
    order: (due) => (isPlanned ? due : byOverdueness(due, day, scheduler)),
  }
}

/** Names in the log the new cards that the learner allowed one day, and stands among the settings. */
export const ALLOWED_NEW_CARDS = 'new-on-day'

/** The text of that fact. */
export function allowedOn(day: StudyDay, newCards: number): string {
  return `${dateOf(day)} ${newCards}`
}

/** How many new cards a day may have: what the setting says, unless the learner allowed that day more. */
export function newCardsOn(day: StudyDay, perDay: number, texts: ReadonlyMap<string, string>): number {
  const [date, allowed = ''] = (texts.get(ALLOWED_NEW_CARDS) ?? '').split(' ')
  return date === dateOf(day) && /^\d{1,6}$/.test(allowed) ? Math.max(perDay, Number(allowed)) : perDay
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
