import { Problem } from './problem.ts'

/** Milliseconds since the epoch. The core is told the time; it never asks. */
export type Instant = number

/** The last millisecond of the year 9999. */
export const LAST_INSTANT = 253_402_300_799_999

/** Days since 1970-01-01 on the learner's calendar, where a day begins at four in the morning. */
export type StudyDay = number

/**
 * A moment as the learner lived it: the zone's offset is kept with it, so that a replay elsewhere gives the
 * same study day.
 */
export interface Moment {
  readonly at: Instant
  /** Local time minus UTC. */
  readonly offsetMin: number
}

const ROLLOVER_HOUR = 4
/** Kiribati is fourteen hours ahead of UTC. */
const EASTERNMOST_HOUR = 14
/** Baker Island is twelve behind it. */
const WESTERNMOST_HOUR = -12
export const DAY_MS = 86_400_000

/** That of the last instant; of one much later no date could be told. */
export const LAST_DAY: StudyDay = Math.floor(LAST_INSTANT / DAY_MS)
export const MINUTE_MS = 60_000

export function studyDayOf(moment: Moment): StudyDay {
  return Math.floor(studyClockOf(moment) / DAY_MS)
}

/** The moment on a clock that shows midnight UTC when the study day begins. */
export function studyClockOf({ at, offsetMin }: Moment): Instant {
  return at + offsetMin * MINUTE_MS - ROLLOVER_HOUR * 60 * MINUTE_MS
}

/** Some moment of a study day. */
export function momentOn(day: StudyDay): Moment {
  return { at: day * DAY_MS + 12 * 60 * MINUTE_MS, offsetMin: 0 }
}

/** When the day begins where it begins first. */
export function earliestStart(day: StudyDay): Instant {
  return day * DAY_MS + (ROLLOVER_HOUR - EASTERNMOST_HOUR) * 60 * MINUTE_MS
}

/** When the day ends where it ends last. */
export function latestEnd(day: StudyDay): Instant {
  return (day + 1) * DAY_MS + (ROLLOVER_HOUR - WESTERNMOST_HOUR) * 60 * MINUTE_MS
}

/** Monday is 0; the first day of the calendar was a Thursday. */
export function weekdayOf(day: StudyDay): number {
  return (((day + 3) % 7) + 7) % 7
}

/** `2026-11-24`. */
export function dateOf(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Undefined for what is not a day of the calendar, such as 2026-02-30. */
export function dayOfDate(date: string): StudyDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const at = Date.parse(`${date}T00:00:00Z`)
  const day = at / DAY_MS
  return Number.isNaN(at) || dateOf(day) !== date ? undefined : day
}

/** A day as a learner writes it: a date, or so many days from today. @throws Problem */
export function dayIn(text: string, today: StudyDay): StudyDay {
  const [, days] = /^\+?(\d{1,4})$/.exec(text.trim()) ?? []
  const day = days === undefined ? dayOfDate(text.trim()) : today + Number(days)
  if (day !== undefined && day >= today) return day
  throw new Problem(
    { en: `"${text}" is no day to come.`, zh: `“${text}”不是今天或以后的日期。` },
    {
      remedy: {
        en: 'Give a date like 2027-01-15, or a number of days such as 3.',
        zh: '请给出形如 2027-01-15 的日期，或 3 这样的天数。',
      },
    },
  )
}
