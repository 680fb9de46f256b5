import { MINUTE_MS, type StudyDay } from '../day.ts'
import { answerMsOf, type DayTotals } from '../day-totals.ts'
import { trueRetention } from './true-retention.ts'

export interface DueCount {
  readonly day: StudyDay
  readonly cards: number
}

export interface ForecastInput {
  /** Cards by the day on which they come due. */
  readonly due: readonly DueCount[]
  readonly today: StudyDay
  /** How many of those that are due by today its queue asks. */
  readonly asked: number
  /** How many cards that queue asks again, also before they are due. */
  readonly askedInAll: number
  /** The most that a day asks. */
  readonly limit: number
  readonly days: number
}

/** How many cards today asks again, and each of the coming days will: what one day leaves waits for the next. */
export function forecast({ due, today, asked, askedInAll, limit, days }: ForecastInput): readonly number[] {
  const counts = new Array<number>(days).fill(0)
  for (const { day, cards } of due) {
    const at = Math.max(0, day - today)
    if (at < days) counts[at] = (counts[at] ?? 0) + cards
  }
  const [dueToday = 0, ...later] = counts
  let left = Math.max(0, dueToday - asked)
  const coming = later.map((count) => {
    const waiting = left + count
    left = Math.max(0, waiting - limit)
    return waiting - left
  })
  return [askedInAll, ...coming]
}

/** What a card that is due takes: an answer, and another one where it is forgotten. */
export function minutesADueCard(totals: DayTotals): number {
  const { recalled, total } = trueRetention(totals).all
  const forgotten = total === 0 ? 0 : 1 - recalled / total
  return (answerMsOf(totals) / MINUTE_MS) * (1 + forgotten)
}
