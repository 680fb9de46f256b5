import { dateOf, MINUTE_MS, type StudyDay } from './day.ts'
import { type DayTotals, NOTHING_DONE, spentOf } from './day-totals.ts'
import type { CardId } from './ids.ts'
import { type CardLimits, type CardMinutes, type ExercisesOfDay, limitsWithin } from './minutes-a-day.ts'
import { createRandom } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import type { Settings } from './settings.ts'

/** How much a day asks for, over all decks, and in which order. */
export interface DayLimits {
  /** For the whole day; what was done already counts. */
  readonly newCards: number
  /** Which cards may be new, where a plan has chosen them and the learner wants no more. */
  readonly only: ReadonlySet<CardId> | undefined
  /** As `newCards`. */
  readonly reviews: number
  /** What is asked again instead of what is due, where a plan has chosen it. */
  readonly again: readonly DueCard[] | undefined
  /** What is asked again, the card to ask first in front. */
  readonly order: (cards: readonly DueCard[]) => readonly DueCard[]
  /** What was done of all that. */
  readonly done: CardLimits
}

export interface DueCard {
  readonly card: CardId
  readonly lastDay: StudyDay
  readonly stability: number
}

/** All on which the limits of a day depend. */
export interface DayFacts extends UnplannedFacts {
  readonly day: StudyDay
  /** As the log has them, with what is no setting of the learner's. */
  readonly texts: ReadonlyMap<string, string>
  /** New cards that the learner wants of this session, instead of what the day may have. */
  readonly wanted: number | undefined
  readonly plan: PlannedCards | undefined
  readonly scheduler: Scheduler
}

interface UnplannedFacts {
  readonly settings: Pick<Settings, 'new-per-day' | 'reviews-per-day' | 'minutes-per-day'>
  readonly totals: DayTotals
  /** Called where the minutes of a day count, for it takes a while to tell. */
  readonly time: () => DayTime
}

/** What the minutes of a day are for. */
export interface DayTime {
  /** Cards that are due, of all decks. */
  readonly due: number
  readonly takes: CardMinutes
  readonly exercises: ExercisesOfDay
}

/** What a plan wants of a day and was not done yet. */
export interface PlannedCards {
  readonly fresh: ReadonlySet<CardId>
  /** In the plan's order; they need not be due. */
  readonly again: readonly DueCard[]
}

/** The one place that decides what a day may hold: a plan before the minutes, these before the rest of the settings. */
export function limitsFor(facts: DayFacts): DayLimits {
  const { day, totals, texts, wanted, plan, scheduler } = facts
  const own = plan === undefined ? unplanned(facts) : planned(plan, totals)
  const newCards = wanted ?? Math.max(own.newCards, allowedIn(texts, day))
  const isAsPlanned = wanted === undefined && newCards === own.newCards
  return {
    newCards,
    only: isAsPlanned ? plan?.fresh : undefined,
    reviews: own.reviews,
    again: plan?.again,
    order: (cards) => (plan === undefined ? byOverdueness(cards, day, scheduler) : cards),
    done: spentOf(totals),
  }
}

/** How many reviews a day to come may have; nobody knows yet what a plan will make of it. */
export function reviewsOfComingDay(settings: UnplannedFacts['settings'], takes: () => CardMinutes): number {
  const time = () => ({ due: 0, takes: takes(), exercises: { spentMinutes: 0, waitingMinutes: 0 } })
  return unplanned({ settings, totals: NOTHING_DONE, time }).reviews
}

function planned({ fresh }: PlannedCards, totals: DayTotals): CardLimits {
  return { newCards: spentOf(totals).newCards + fresh.size, reviews: Number.POSITIVE_INFINITY }
}

function unplanned({ settings, totals, time }: UnplannedFacts): CardLimits {
  const limits = { newCards: settings['new-per-day'], reviews: settings['reviews-per-day'] }
  const minutes = settings['minutes-per-day']
  if (minutes === 0) return limits
  const { due, takes, exercises } = time()
  return limitsWithin({
    limits,
    done: spentOf(totals),
    due,
    minutesLeft: minutes - totals.durationMs / MINUTE_MS - exercises.spentMinutes,
    exerciseMinutes: exercises.waitingMinutes,
    takes,
  })
}

/** Names in the log the new cards that the learner allowed one day, and stands among the settings. */
export const ALLOWED_NEW_CARDS = 'new-on-day'

/** The text of that fact. */
export function allowedOn(day: StudyDay, newCards: number): string {
  return `${dateOf(day)} ${newCards}`
}

/** None, unless the learner allowed some of this very day. */
function allowedIn(texts: ReadonlyMap<string, string>, day: StudyDay): number {
  const [date, allowed = ''] = (texts.get(ALLOWED_NEW_CARDS) ?? '').split(' ')
  return date === dateOf(day) && /^\d{1,6}$/.test(allowed) ? Number(allowed) : 0
}

/** Shuffled by the day first, so that cards which are equally overdue are not asked deck by deck. */
function byOverdueness(due: readonly DueCard[], day: StudyDay, scheduler: Scheduler): readonly DueCard[] {
  const overdueness = (memory: DueCard) => (day - memory.lastDay) / scheduler.idealIntervalDays(memory)
  return createRandom(`queue:${day}`)
    .shuffle(due)
    .sort((one, other) => overdueness(other) - overdueness(one))
}
