import type { StudyDay } from '../day.ts'
import { drawShare } from '../draw-share.ts'
import { type Memory, type ReviewMemory, repsOf, type SeenMemory } from '../memory.ts'
import { createRandom } from '../random.ts'
import { RATINGS, type Rating } from '../rating.ts'
import type { DayRange, Scheduler } from '../scheduler.ts'
import { sum } from '../sum.ts'
import { type EasyDays, shareOf } from './easy-days.ts'

/** The memory that each rating would store. */
export type MemoryByRating = { readonly [R in Rating]: SeenMemory }

export interface DayLoad {
  /** That are due on a day already. */
  readonly minutesOn: (day: StudyDay) => number
  /** What one card takes. */
  readonly cardMinutes: number
  readonly easyDays: EasyDays
}

export interface BalanceInput {
  readonly id: string
  readonly before: Memory
  /** As fuzz has them. */
  readonly fuzzed: MemoryByRating
  readonly today: StudyDay
  readonly load: DayLoad
  readonly scheduler: Pick<Scheduler, 'rangeOf'>
}

/** Behind longer intervals nobody knows yet what a day will hold. */
const LONGEST_BALANCED_DAYS = 90

/**
 * Chooses within the range of fuzz the day on which each rating lets the card come back: drawn, days on which
 * less is due the likelier. A higher rating still comes back later. The same arguments give the same days.
 */
export function balanceDays({ id, before, fuzzed, today, load, scheduler }: BalanceInput): MemoryByRating {
  const seed = `place:${id}:${repsOf(before)}`
  const elapsed = before.kind === 'new' ? 0 : Math.max(0, today - before.lastDay)
  const balanced: { [R in Rating]: SeenMemory } = { ...fuzzed }
  let earliest = today + 1
  for (const [at, rating] of RATINGS.entries()) {
    const memory = fuzzed[rating]
    if (memory.kind !== 'review') continue
    const above = fuzzed[RATINGS[at + 1] ?? rating]
    const latest = above !== memory && above.kind === 'review' ? above.dueDay - 1 : Number.POSITIVE_INFINITY
    const { first, last } = scheduler.rangeOf(memory, elapsed)
    const range = { first: Math.max(first, earliest), last: Math.min(last, latest) }
    const day = isBalanced(memory) ? drawDay(memory, range, load, seed) : memory.dueDay
    balanced[rating] = { ...memory, dueDay: day, intervalDays: day - memory.lastDay }
    earliest = day + 1
  }
  return balanced
}

function isBalanced({ intervalDays }: ReviewMemory): boolean {
  return intervalDays <= LONGEST_BALANCED_DAYS
}

/**
 * Fuzz's own day stays as often as it may, so that few placements have to be kept; else it is drawn from
 * where fuzz comes too seldom.
 */
function drawDay({ dueDay }: ReviewMemory, { first, last }: DayRange, load: DayLoad, seed: string): StudyDay {
  if (dueDay < first || dueDay > last) return dueDay
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const weights = days.map((day) => weightOf(day, load))
  const total = sum(weights)
  const random = createRandom(seed)
  const wanted = weights.map((weight) => (weight / total) * days.length)
  if (random.real() < (wanted[dueDay - first] ?? 0)) return dueDay
  const missing = wanted.map((share) => Math.max(0, share - 1))
  return days[drawShare(missing, random)] ?? dueDay
}

/** How sharply fuller days are avoided; what more would even out, `npm run bench:balance` does not show. */
const SHARPNESS = 4
/** So that where little is due at all a card more or less does not count. */
const NEGLIGIBLE_MINUTES = 1

function weightOf(day: StudyDay, { minutesOn, cardMinutes, easyDays }: DayLoad): number {
  const minutes = minutesOn(day) + cardMinutes + NEGLIGIBLE_MINUTES
  return (shareOf(easyDays, day) / minutes) ** SHARPNESS
}
