import type { StudyDay } from './day.ts'
import type { CardChange } from './event.ts'
import type { Memory } from './memory.ts'

/** The reviews of one study day in sums: all that statistics and a day's limits ask of them. */
export interface DayTotals {
  readonly reviews: number
  readonly durationMs: number
  /** Cards that were seen for the first time. */
  readonly fresh: number
  /** Of these, how many were asked by an interviewer and not by the day; of the ones that were due likewise. */
  readonly freshInterviewed: number
  readonly dueInterviewed: number
  /**
   * Cards that came due after an interval under 21 days, and how many of them were recalled. On steps of
   * minutes none counts.
   */
  readonly young: number
  readonly youngRecalled: number
  readonly mature: number
  readonly matureRecalled: number
}

export type StudiedDay = DayTotals & { readonly day: StudyDay }

export const NOTHING_DONE: DayTotals = {
  reviews: 0,
  durationMs: 0,
  fresh: 0,
  freshInterviewed: 0,
  dueInterviewed: 0,
  young: 0,
  youngRecalled: 0,
  mature: 0,
  matureRecalled: 0,
}

type GivenAnswer = Omit<Extract<CardChange, { kind: 'review' }>, 'kind'>

/** How much of the day's limits was spent. */
export function spentOf(totals: DayTotals): { readonly newCards: number; readonly reviews: number } {
  const { fresh, freshInterviewed, young, mature, dueInterviewed } = totals
  return { newCards: fresh - freshInterviewed, reviews: young + mature - dueInterviewed }
}

const MATURE_DAYS = 21

/** What one review adds to its day. */
export function totalsOfReview(before: Memory, { rating, durationMs, interview }: GivenAnswer): DayTotals {
  const isDue = before.kind === 'review'
  const isNew = before.kind === 'new'
  const isInterview = interview === true
  const isMature = isDue && before.intervalDays >= MATURE_DAYS
  const isYoung = isDue && !isMature
  const isRecalled = rating !== 'again'
  return {
    reviews: 1,
    durationMs: Math.round(durationMs),
    fresh: Number(isNew),
    freshInterviewed: Number(isNew && isInterview),
    dueInterviewed: Number(isDue && isInterview),
    young: Number(isYoung),
    youngRecalled: Number(isYoung && isRecalled),
    mature: Number(isMature),
    matureRecalled: Number(isMature && isRecalled),
  }
}

/** How long an answer takes, and how many exercises are begun, is told from so many days. */
export const PACE_DAYS = 90

export function totalsOfPace(days: readonly StudiedDay[], today: StudyDay): DayTotals {
  return totalsOfDays(days.filter(({ day }) => day > today - PACE_DAYS).map(timed))
}

/** Answers of a day of which none was timed, as those of some imports, tell nothing of how long one takes. */
function timed(day: StudiedDay): DayTotals {
  return day.durationMs > 0 ? day : { ...day, reviews: 0 }
}

/** Before the first answer a guess; since few answers tell little, it counts as so many of them. */
const [GUESSED_MS, GUESSED_ANSWERS] = [10_000, 20]

/** How long an answer takes. */
export function answerMsOf({ reviews, durationMs }: DayTotals): number {
  return (durationMs + GUESSED_ANSWERS * GUESSED_MS) / (reviews + GUESSED_ANSWERS)
}

/** The sums of all these days. */
export function totalsOfDays(days: readonly DayTotals[]): DayTotals {
  return days.reduce((sum, day) => addTotals(sum, day), NOTHING_DONE)
}

export function addTotals(one: DayTotals, other: DayTotals, sign: 1 | -1 = 1): DayTotals {
  return {
    reviews: one.reviews + sign * other.reviews,
    durationMs: one.durationMs + sign * other.durationMs,
    fresh: one.fresh + sign * other.fresh,
    freshInterviewed: one.freshInterviewed + sign * other.freshInterviewed,
    dueInterviewed: one.dueInterviewed + sign * other.dueInterviewed,
    young: one.young + sign * other.young,
    youngRecalled: one.youngRecalled + sign * other.youngRecalled,
    mature: one.mature + sign * other.mature,
    matureRecalled: one.matureRecalled + sign * other.matureRecalled,
  }
}
