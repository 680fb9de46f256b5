import { MINUTE_MS } from './day.ts'
import { answerMsOf, type DayTotals } from './day-totals.ts'
import { minutesADueCard } from './statistics/forecast.ts'

/** How many cards a day may have. */
export interface CardLimits {
  readonly newCards: number
  readonly reviews: number
}

/** What a card takes in all, its repetitions on the day included. */
export interface CardMinutes {
  readonly fresh: number
  readonly due: number
}

/** What exercises take of a day's minutes. */
export interface ExercisesOfDay {
  /** Of those that were submitted on it. */
  readonly spentMinutes: number
  /** Of the one that is due or begun, where none was submitted yet; a new one nobody has to begin. */
  readonly waitingMinutes: number
}

/** A new card is asked as often, until its steps are over. */
const FRESH_ANSWERS = 2

/** As the totals of some days have it. */
export function cardMinutesOf(totals: DayTotals): CardMinutes {
  return { due: minutesADueCard(totals), fresh: (FRESH_ANSWERS * answerMsOf(totals)) / MINUTE_MS }
}

export interface MinutesInput {
  /** What the day may have without regard to time. */
  readonly limits: CardLimits
  /** What was done of that today. */
  readonly done: CardLimits
  /** Cards that are due, of all decks. */
  readonly due: number
  readonly minutesLeft: number
  /** Of the exercise that waits today; it comes behind cards that are due and before new ones. */
  readonly exerciseMinutes: number
  readonly takes: CardMinutes
}

/**
 * Cards are begun until the minutes are up: first those that are due, then as many new ones as have room
 * beside the day's exercise.
 */
export function limitsWithin({
  limits,
  done,
  due,
  minutesLeft,
  exerciseMinutes,
  takes,
}: MinutesInput): CardLimits {
  const room = Math.max(0, minutesLeft)
  const reviews = Math.min(limits.reviews, done.reviews + Math.ceil(room / takes.due))
  const asked = Math.max(0, Math.min(due, reviews - done.reviews))
  const left = Math.max(0, room - asked * takes.due - exerciseMinutes)
  return { reviews, newCards: Math.min(limits.newCards, done.newCards + Math.floor(left / takes.fresh)) }
}
