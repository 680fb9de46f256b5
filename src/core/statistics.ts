import type { Deck } from './card.ts'
import type { CardState } from './card-state.ts'
import { isStable, UNSEEN_CARD } from './card-state.ts'
import type { StudyDay } from './day.ts'
import type { PastReview } from './history.ts'
import type { CardId } from './ids.ts'
import type { Scheduler } from './memory.ts'

/** Days in a row with a review or an attempt, up to today or, while today is still open, to yesterday. `days` falls. */
export function streakOf(days: readonly StudyDay[], today: StudyDay): number {
  let expected = days[0] === today ? today : today - 1
  let streak = 0
  for (const day of days) {
    if (day !== expected) break
    streak++
    expected--
  }
  return streak
}

/** How many reviews were made on each of the last `length` days, the oldest first. */
export function heatMap(reviews: readonly PastReview[], today: StudyDay, length: number): readonly number[] {
  const counts = new Array<number>(length).fill(0)
  for (const { day } of reviews) {
    const at = day - today + length - 1
    if (at >= 0 && at < length) counts[at] = (counts[at] ?? 0) + 1
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

const MATURE_DAYS = 21

export function trueRetention(reviews: readonly PastReview[], since: StudyDay): TrueRetention {
  const counted = reviews.filter(({ day, kindBefore }) => day >= since && kindBefore === 'review')
  const isMature = ({ intervalBefore }: PastReview) => (intervalBefore ?? 0) >= MATURE_DAYS
  return {
    young: retentionOf(counted.filter((review) => !isMature(review))),
    mature: retentionOf(counted.filter(isMature)),
    all: retentionOf(counted),
  }
}

function retentionOf(reviews: readonly PastReview[]): Retention {
  return { recalled: reviews.filter(({ rating }) => rating !== 'again').length, total: reviews.length }
}

/** Cards due on each of the coming days, today (with all that is overdue) first. */
export function forecast(states: Iterable<CardState>, today: StudyDay, length: number): readonly number[] {
  const counts = new Array<number>(length).fill(0)
  for (const { memory, suspended } of states) {
    if (suspended || memory.kind === 'new') continue
    const at = memory.kind === 'review' ? Math.max(0, memory.dueDay - today) : 0
    if (at < length) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

export interface Mastery {
  readonly deck: Deck
  readonly total: number
  readonly seen: number
  readonly stable: number
  /** Mean probability of recall over all its cards on the day asked for, a new card counting 0. */
  readonly recall: number
}

export function masteryOf(
  deck: Deck,
  states: ReadonlyMap<CardId, CardState>,
  day: StudyDay,
  scheduler: Scheduler,
): Mastery {
  const memories = deck.cards.map((card) => (states.get(card.id) ?? UNSEEN_CARD).memory)
  const recall = memories.reduce((sum, memory) => sum + scheduler.retrievability(memory, day), 0)
  return {
    deck,
    total: memories.length,
    seen: memories.filter((memory) => memory.kind !== 'new').length,
    stable: memories.filter(isStable).length,
    recall: memories.length === 0 ? 0 : recall / memories.length,
  }
}

/** Predicted recall over all cards of all decks. */
export function readinessOf(masteries: readonly Mastery[]): number {
  const total = masteries.reduce((sum, mastery) => sum + mastery.total, 0)
  const recalled = masteries.reduce((sum, mastery) => sum + mastery.recall * mastery.total, 0)
  return total === 0 ? 0 : recalled / total
}
