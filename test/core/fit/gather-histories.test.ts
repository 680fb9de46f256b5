import { expect, test } from 'vitest'
import { DAY_MS } from '../../../src/core/day.ts'
import type { Event } from '../../../src/core/event.ts'
import { createGathering } from '../../../src/core/fit/gather-histories.ts'
import { samplesOf } from '../../../src/core/fit/samples.ts'
import type { CardId } from '../../../src/core/ids.ts'
import type { Rating } from '../../../src/core/rating.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { reviewsOf } from './simulated-learner.ts'

const NOON = Date.UTC(2026, 10, 24, 12)

function review(card: string, days: number, rating: Rating = 'good'): Event {
  return {
    kind: 'review',
    card: card as CardId,
    rating,
    durationMs: 1,
    at: NOON + days * DAY_MS,
    offsetMin: 0,
    id: `${days}`,
    device: 'd',
  }
}

function gather(events: Iterable<Event>, most?: number) {
  const gathering = createGathering(most)
  for (const event of events) gathering.add(event)
  return gathering.result()
}

test('a history has the whole days between reviews, and a clock that went back gives none', () => {
  const { histories, reviews } = gather([
    review('a', 0, 'again'),
    review('b', 0),
    review('a', 0.01),
    review('a', 3),
    review('a', 2),
  ])
  expect(reviews).toBe(5)
  expect(histories.map((history) => history.map(({ rating, elapsedDays }) => [rating, elapsedDays]))).toEqual(
    [
      [
        ['again', 0],
        ['good', 0],
        ['good', 3],
        ['good', 0],
      ],
      [['good', 0]],
    ],
  )
})

test('what was reviewed before a card was made new is left out', () => {
  const forgotten = { ...review('a', 5), kind: 'forget', card: 'a' as CardId } as Event
  const { histories } = gather([
    review('a', 0),
    review('a', 1),
    forgotten,
    review('a', 9, 'hard'),
    review('a', 12),
  ])
  expect(histories.map((history) => history.map(({ elapsedDays }) => elapsedDays))).toEqual([[0, 3]])
})

test('samples are the reviews on another day than the one before, in the order of all cards', () => {
  const { histories } = gather([
    review('a', 0),
    review('b', 0),
    review('b', 2),
    review('b', 2.01),
    review('a', 3),
  ])
  const samples = samplesOf(histories)
  expect(samples.map(({ at, place }) => [(at - NOON) / DAY_MS, place])).toEqual([
    [2, 1],
    [3, 1],
  ])
})

test('of a long log whole cards are drawn, so that what is held stays within bounds', () => {
  const all = [...reviewsOf(DEFAULT_WEIGHTS, 60, 'long')]
  const { histories, reviews } = gather(all, 500)
  const held = histories.reduce((sum, history) => sum + history.length, 0)
  expect(reviews).toBe(all.length)
  expect(held).toBeGreaterThan(150)
  expect(held).toBeLessThanOrEqual(500)
  const whole = new Set(gather(all).histories.map((history) => JSON.stringify(history)))
  expect(histories.filter((history) => !whole.has(JSON.stringify(history)))).toEqual([])
})
