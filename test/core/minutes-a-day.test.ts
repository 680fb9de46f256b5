import { expect, test } from 'vitest'
import type { StudyDay } from '../../src/core/day.ts'
import { NOTHING_DONE, type StudiedDay, totalsOfPace } from '../../src/core/day-totals.ts'
import { cardMinutesOf, limitsWithin } from '../../src/core/minutes-a-day.ts'

const LIMITS = { newCards: 10, reviews: 100 }
const NONE = { newCards: 0, reviews: 0 }
const TAKES = { due: 0.5, fresh: 1 }

test.each([
  { what: 'room for all', due: 6, minutesLeft: 20, expected: LIMITS.newCards },
  { what: 'due cards first, new ones with what is left', due: 6, minutesLeft: 5.5, expected: 2 },
  { what: 'due cards alone', due: 6, minutesLeft: 3, expected: 0 },
  { what: 'an exercise before new cards', due: 6, minutesLeft: 9, exerciseMinutes: 4, expected: 2 },
  { what: 'an exercise behind due cards', due: 6, minutesLeft: 4, exerciseMinutes: 40, expected: 0 },
])('$what', ({ due, minutesLeft, exerciseMinutes = 0, expected }) => {
  const { newCards, reviews } = limitsWithin({
    limits: LIMITS,
    done: NONE,
    due,
    minutesLeft,
    exerciseMinutes,
    takes: TAKES,
  })
  expect(newCards).toBe(expected)
  expect(reviews).toBeGreaterThanOrEqual(due)
})

test('what was done today counts towards both limits, and nothing more is asked when the minutes are up', () => {
  const done = { newCards: 3, reviews: 4 }
  const input = { limits: LIMITS, done, due: 50, exerciseMinutes: 0, takes: TAKES }
  expect(limitsWithin({ ...input, minutesLeft: 2 })).toEqual({ reviews: 8, newCards: 3 })
  for (const minutesLeft of [0, -3])
    expect(limitsWithin({ ...input, minutesLeft })).toEqual({ reviews: 4, newCards: 3 })
})

test('a card is begun while there are minutes left', () => {
  const input = { limits: LIMITS, done: NONE, due: 9, minutesLeft: 0.1, exerciseMinutes: 0, takes: TAKES }
  expect(limitsWithin(input)).toEqual({ reviews: 1, newCards: 0 })
})

test('minutes never give more than the limits', () => {
  const input = { limits: LIMITS, done: NONE, due: 5, minutesLeft: 1440, exerciseMinutes: 0, takes: TAKES }
  expect(limitsWithin(input)).toEqual(LIMITS)
})

test('a card takes as long as answers did, and what is forgotten or new is asked again', () => {
  const totals = { ...NOTHING_DONE, reviews: 30_000, durationMs: 300_000_000, young: 10, youngRecalled: 8 }
  const { due, fresh } = cardMinutesOf(totals)
  expect(due).toBeCloseTo((10 / 60) * 1.2, 10)
  expect(fresh).toBeCloseTo(20 / 60, 10)
})

test('few answers say little of how long one takes', () => {
  const seconds = (reviews: number, each: number) =>
    30 * cardMinutesOf({ ...NOTHING_DONE, reviews, durationMs: reviews * each * 1000 }).fresh
  expect(cardMinutesOf(NOTHING_DONE)).toEqual({ due: 1 / 6, fresh: 1 / 3 })
  expect(seconds(1, 1)).toBeCloseTo((1 + 200) / 21, 10)
  expect(seconds(1, 300)).toBeLessThan(25)
  expect(seconds(20, 30)).toBeCloseTo(20, 10)
  expect(seconds(2000, 30)).toBeCloseTo(30, 0)
})

test('answers that were not timed tell nothing of how long one takes', () => {
  const timed = { ...NOTHING_DONE, day: 100 as StudyDay, reviews: 100, durationMs: 500_000 }
  const untimed = { ...NOTHING_DONE, day: 99 as StudyDay, reviews: 2000 }
  const of = (...days: readonly StudiedDay[]) => cardMinutesOf(totalsOfPace(days, 100 as StudyDay))
  expect(of(timed, untimed)).toEqual(of(timed))
  expect(of(untimed)).toEqual(of())
})
