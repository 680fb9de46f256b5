import { balanceDays, type MemoryByRating } from '../core/balance/balance-days.ts'
import { type Moment, studyDayOf } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import type { Memory } from '../core/memory.ts'
import { RATINGS } from '../core/rating.ts'
import { type Deps, schedulersIn, settingsIn } from './deps.ts'
import { loadOfDays } from './load-of-days.ts'

/** The memory that each rating would store, on a day with fewer minutes where the learner lets days be balanced. */
export function previewRatings(deps: Deps, card: CardId, memory: Memory, now: Moment): MemoryByRating {
  const scheduler = schedulersIn(deps).cards
  const fuzzed = Object.fromEntries(
    RATINGS.map((rating) => [rating, scheduler.next(card, memory, rating, now)]),
  ) as MemoryByRating
  if (settingsIn(deps)['balance-days'] === 'no') return fuzzed
  const today = studyDayOf(now)
  const load = loadOfDays(deps, today)
  return balanceDays({ id: card, before: memory, fuzzed, today, load, scheduler })
}
