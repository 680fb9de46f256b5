import type { StudyDay } from '../core/day.ts'
import { reviewsOfComingDay } from '../core/day-limits.ts'
import type { CardId } from '../core/ids.ts'
import type { Queue } from '../core/queue.ts'
import { forecast } from '../core/statistics/forecast.ts'
import { type Deps, settingsIn } from './deps.ts'
import type { KnownCards } from './known-cards.ts'
import { minutesOfCards } from './minutes-of-cards.ts'

/**
 * What a day asks for: what its queue holds, and nothing else. The home screen, the progress and the topics
 * all count by it.
 */
export interface DueCounts {
  readonly recalled: number
  readonly learning: number
  readonly reviews: number
  readonly fresh: number
}

export function countDue({ recalled, learning, reviews, fresh }: Queue): DueCounts {
  return {
    recalled: recalled.length,
    learning: learning.length,
    reviews: reviews.length,
    fresh: fresh.length,
  }
}

export function dueInAll({ fresh, ...due }: DueCounts): number {
  return dueAgain(due) + fresh
}

/** Without the new cards. */
export function dueAgain({ recalled, learning, reviews }: Omit<DueCounts, 'fresh'>): number {
  return recalled + learning + reviews
}

/**
 * What today's queue asks for again, and what the coming days will as things stand: what a day's limit leaves
 * waits for the next.
 */
export function forecastFrom(
  deps: Deps,
  queue: Queue,
  known: Pick<KnownCards, 'dueCounts'>,
  day: StudyDay,
  days: number,
): readonly number[] {
  const isDueByNow = (card: CardId) => {
    const { memory } = deps.store.card(card)
    return memory.kind === 'review' && memory.dueDay <= day
  }
  return forecast({
    due: known.dueCounts(),
    today: day,
    asked: [...queue.recalled, ...queue.reviews].filter(isDueByNow).length,
    askedInAll: dueAgain(countDue(queue)),
    limit: reviewsOfComingDay(settingsIn(deps), () => minutesOfCards(deps, day)),
    days,
  })
}
