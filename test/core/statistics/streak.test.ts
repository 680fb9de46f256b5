import { describe, expect, test } from 'vitest'
import { type Moment, momentOn, type StudyDay, studyDayOf } from '../../../src/core/day.ts'
import { type DayEdges, longestStreak, streakOf } from '../../../src/core/statistics/streak.ts'

const HOUR = 3_600_000
const [LOS_ANGELES, TOKYO] = [-8 * 60, 9 * 60]

/** So many hours after midnight UTC of day 100, in a zone. */
const moment = (hours: number, offsetMin: number): Moment => ({ at: (100 * 24 + hours) * HOUR, offsetMin })

function edgesIn(moments: readonly Moment[]): DayEdges {
  const on = (day: StudyDay) => moments.filter((one) => studyDayOf(one) === day)
  return { firstOn: (day) => on(day).at(0), lastOn: (day) => on(day).at(-1) }
}

function streaks(now: Moment, ...moments: readonly Moment[]): readonly number[] {
  const days = [...new Set(moments.map(studyDayOf))].sort((a, b) => b - a)
  const edges = edgesIn(moments)
  return [streakOf(days, now, edges), longestStreak(days, studyDayOf(now), edges)]
}

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
    const moments = days.toReversed().map(momentOn)
    expect(streakOf(days, momentOn(100), edgesIn(moments))).toBe(streak)
  })

  test('goes on over the day that a flight east took', () => {
    const home = [moment(-4, LOS_ANGELES), moment(20, LOS_ANGELES)]
    expect(streaks(moment(33, TOKYO), ...home)).toEqual([2, 2])
    expect(streaks(moment(44, TOKYO), ...home)).toEqual([2, 2])
    expect(streaks(moment(45, TOKYO), ...home, moment(44, TOKYO))).toEqual([3, 3])
    expect(streaks(moment(69, TOKYO), ...home, moment(44, TOKYO), moment(68, TOKYO))).toEqual([4, 4])
  })

  test('ends where a day was left out by either clock', () => {
    const home = [moment(-4, LOS_ANGELES), moment(20, LOS_ANGELES)]
    expect(streaks(moment(62, TOKYO), ...home)).toEqual([0, 2])
    expect(streaks(moment(63, TOKYO), ...home, moment(62, TOKYO))).toEqual([1, 2])
    expect(streaks(moment(70, LOS_ANGELES), ...home, moment(69, LOS_ANGELES))).toEqual([1, 2])
  })
})
