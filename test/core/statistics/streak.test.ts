import { describe, expect, test } from 'vitest'
import { streakOf } from '../../../src/core/statistics/streak.ts'

describe('a streak', () => {
  test.each([
    { days: [], streak: 0 },
    { days: [100], streak: 1 },
    { days: [99, 98], streak: 2 },
    { days: [100, 99, 97], streak: 2 },
    { days: [98, 97], streak: 0 },
    // Flown west over the rollover, and under a clock that ran ahead.
    { days: [101, 100, 99], streak: 3 },
    { days: [500, 100, 99], streak: 2 },
  ])('of $days is $streak on day 100', ({ days, streak }) => {
    expect(streakOf(days, 100)).toBe(streak)
  })
})
