import type { ListedDeck } from './card.ts'
import { isStable } from './card-state.ts'
import type { StudyDay } from './day.ts'
import type { DayTotals, StudiedDay } from './day-totals.ts'
import type { CardId } from './ids.ts'
import { type MemoryTrace, NEW } from './memory.ts'
import type { Scheduler } from './scheduler.ts'

/**
 * Days in a row with a review or an attempt, up to today or, while today is still open, to yesterday. `days` falls. Who flew
 * west may have studied tomorrow already; a day further ahead is of a wrong clock.
 */
export function streakOf(days: readonly StudyDay[], today: StudyDay): number {
  const past = days.filter((day) => day <= today + 1)
  let expected = Math.max(past[0] ?? today, today - 1)
  let streak = 0
  for (const day of past) {
    if (day !== expected) break
    streak++
    expected--
  }
  return streak
}

/** How many reviews were made on each of the last `length` days, the oldest first. */
export function heatMap(days: readonly StudiedDay[], today: StudyDay, length: number): readonly number[] {
  const counts = new Array<number>(length).fill(0)
  for (const { day, reviews } of days) {
    const at = day - today + length - 1
    if (at >= 0 && at < length) counts[at] = reviews
  }
  return counts
}

/** Of the cards that had been learnt, how many were recalled. Cards on steps of minutes do not count. */
export interface Retention {
  readonly recalled: number
  readonly total: number
}

export interface TrueRetention {
  /** Intervals under 21 days. */
  readonly young: Retention
  readonly mature: Retention
  readonly all: Retention
}

export function trueRetention({ young, youngRecalled, mature, matureRecalled }: DayTotals): TrueRetention {
  return {
    young: { recalled: youngRecalled, total: young },
    mature: { recalled: matureRecalled, total: mature },
    all: { recalled: youngRecalled + matureRecalled, total: young + mature },
  }
}

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

export interface Mastery {
  readonly deck: ListedDeck
  readonly total: number
  readonly seen: number
  readonly stable: number
  /** Mean probability of recall over all its cards on the day asked for, a new card counting 0. */
  readonly recall: number
}

export function masteryOf(
  deck: ListedDeck,
  traces: ReadonlyMap<CardId, MemoryTrace>,
  day: StudyDay,
  scheduler: Scheduler,
): Mastery {
  const memories = deck.cards.map((card) => traces.get(card) ?? NEW)
  const recall = memories.reduce((sum, memory) => sum + scheduler.retrievability(memory, day), 0)
  return {
    deck,
    total: memories.length,
    seen: memories.filter((memory) => memory.kind !== 'new').length,
    stable: memories.filter(isStable).length,
    recall: memories.length === 0 ? 0 : recall / memories.length,
  }
}
