import { DAY_MS, type StudyDay } from '../../../src/core/day.ts'
import type { Event } from '../../../src/core/event.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { createRandom } from '../../../src/core/random.ts'
import type { Rating } from '../../../src/core/rating.ts'
import { createScheduler, DEFAULT_WEIGHTS, type MemoryStrength } from '../../../src/core/scheduler.ts'

/** Who forgets two and a half times as fast as the defaults think, and gains less by each review. */
export const FORGETFUL = DEFAULT_WEIGHTS.map((weight, at) =>
  at < 4 ? weight / 2.5 : at === 8 ? weight * 0.8 : weight,
)

export const FIRST_DAY: StudyDay = 20_000

type Review = Event & { readonly kind: 'review' }

interface Mind {
  readonly id: CardId
  true: MemoryStrength | undefined
  believed: MemoryStrength | undefined
  last: StudyDay
}

/** The log of a learner whose memory has these weights, scheduled by the defaults, ten new cards a day, one review a card and day. */
export function* reviewsOf(weights: readonly number[], days: number, seed: string): Generator<Review> {
  const random = createRandom(seed)
  const truth = createScheduler({ ...INITIAL_PARAMETERS.cards, weights })
  const belief = createScheduler(INITIAL_PARAMETERS.cards)
  const calendar = new Map<StudyDay, Mind[]>()
  let count = 0
  for (let day = FIRST_DAY; day < FIRST_DAY + days; day++) {
    const fresh = Array.from(
      { length: 10 },
      (): Mind => ({ id: `deck/card-${count++}` as CardId, true: undefined, believed: undefined, last: day }),
    )
    for (const [nth, mind] of [...(calendar.get(day) ?? []), ...fresh].entries()) {
      const elapsed = day - mind.last
      const recall = mind.true
        ? truth.retrievability({ kind: 'review', stability: mind.true.stability, lastDay: mind.last }, day)
        : 0.5
      const rating: Rating = random.real() < recall ? (random.real() < 0.1 ? 'easy' : 'good') : 'again'
      mind.true = truth.strengthen(mind.true, elapsed, rating)
      mind.believed = belief.strengthen(mind.believed, elapsed, rating)
      mind.last = day
      const wait = Math.max(
        1,
        Math.round(belief.idealIntervalDays(mind.believed) * (0.9 + random.real() / 5)),
      )
      const there = calendar.get(day + wait)
      if (there) there.push(mind)
      else calendar.set(day + wait, [mind])
      const at = day * DAY_MS + 12 * 3_600_000 + nth * 1000
      yield {
        kind: 'review',
        card: mind.id,
        rating,
        durationMs: 8000,
        at,
        offsetMin: 0,
        id: `${day}-${String(nth).padStart(6, '0')}`,
        device: 'd',
      }
    }
    calendar.delete(day)
  }
}

/** With each forgotten card asked once more after ten minutes, as steps of minutes do. */
export function* repeatedOnTheDay(reviews: Iterable<Review>): Generator<Review> {
  const waiting: Review[] = []
  for (const review of reviews) {
    while (waiting[0] && waiting[0].at < review.at) yield waiting.shift() as Review
    yield review
    if (review.rating === 'again') {
      const at = review.at + 600_000.5
      waiting.push({ ...review, rating: 'good', at: Math.ceil(at), id: `${review.id}-again` })
    }
  }
  yield* waiting
}
