import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceDays, type MemoryByRating } from '../../../src/core/balance/balance-days.ts'
import { NO_EASY_DAYS, parseEasyDays } from '../../../src/core/balance/easy-days.ts'
import { DAY_MS, dayOfDate, type StudyDay } from '../../../src/core/day.ts'
import type { Memory, ReviewMemory } from '../../../src/core/memory.ts'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { placedOn } from '../../../src/core/placement.ts'
import { RATINGS } from '../../../src/core/rating.ts'
import { createScheduler } from '../../../src/core/scheduler.ts'

const scheduler = createScheduler(INITIAL_PARAMETERS.cards)
const MONDAY = dayOfDate('2027-01-04') ?? 0
const nothingOn = () => 0

const reviewed = (stability: number, elapsedDays: number, today = MONDAY): ReviewMemory => ({
  kind: 'review',
  stability,
  difficulty: 5,
  lastReview: (today - elapsedDays) * DAY_MS,
  lastDay: today - elapsedDays,
  reps: 4,
  lapses: 0,
  dueDay: today,
  intervalDays: Math.max(1, elapsedDays),
})

function fuzzedAfter(id: string, before: Memory, today: StudyDay): MemoryByRating {
  const now = { at: today * DAY_MS + DAY_MS / 2, offsetMin: 0 }
  return Object.fromEntries(
    RATINGS.map((rating) => [rating, scheduler.next(id, before, rating, now)]),
  ) as MemoryByRating
}

function balanced(
  id: string,
  before: Memory,
  { minutesOn = nothingOn as (day: StudyDay) => number, easyDays = NO_EASY_DAYS, today = MONDAY },
) {
  const fuzzed = fuzzedAfter(id, before, today)
  const load = { minutesOn, cardMinutes: 1 / 6, easyDays }
  return { fuzzed, days: balanceDays({ id, before, fuzzed, today, load, scheduler }) }
}

/** On which days a hundred cards of one memory come back that are rated good. */
function daysOfMany(options: Parameters<typeof balanced>[2]): ReadonlyMap<StudyDay, number> {
  const counts = new Map<StudyDay, number>()
  for (let at = 0; at < 100; at++) {
    const { good } = balanced(`card-${at}`, reviewed(8, 8), options).days
    if (good.kind === 'review') counts.set(good.dueDay, (counts.get(good.dueDay) ?? 0) + 1)
  }
  return counts
}

describe('the day on which a card comes back', () => {
  test('is what fuzz says where all days hold as much', () => {
    for (const minutes of [0, 30]) {
      const { fuzzed, days } = balanced('card', reviewed(20, 20), { minutesOn: () => minutes })
      expect(days).toEqual(fuzzed)
    }
  })

  test('stays within the range of fuzz, keeps the order of the ratings, and is what a placement stores', () => {
    const drawn = fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      stability: fc.double({ min: 0.5, max: 90, noNaN: true }),
      elapsed: fc.integer({ min: 0, max: 120 }),
      minutes: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 7, maxLength: 7 }),
    })
    fc.assert(
      fc.property(drawn, ({ id, stability, elapsed, minutes }) => {
        const minutesOn = (day: StudyDay) => minutes[day % 7] ?? 0
        const { fuzzed, days } = balanced(id, reviewed(stability, elapsed), { minutesOn })
        let before = MONDAY
        for (const rating of RATINGS) {
          const [own, chosen] = [fuzzed[rating], days[rating]]
          if (own.kind !== 'review' || chosen.kind !== 'review') continue
          expect(chosen.dueDay).toBeGreaterThan(before)
          before = chosen.dueDay
          const { first, last } = scheduler.rangeOf(own, elapsed)
          expect(chosen.dueDay).toBeGreaterThanOrEqual(first)
          expect(chosen.dueDay).toBeLessThanOrEqual(last)
          const placement = { day: chosen.dueDay, reviewedAt: own.lastReview }
          expect(placedOn(own, placement, scheduler)).toEqual(chosen)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is the likelier the less there is to do', () => {
    const [own = MONDAY] = [...daysOfMany({}).keys()].sort()
    const counts = daysOfMany({ minutesOn: (day) => (day === own ? 5 : 40) })
    expect(counts.get(own)).toBeGreaterThan(90)
    const fuller = daysOfMany({ minutesOn: (day) => (day === own ? 40 : 5) })
    expect(fuller.get(own) ?? 0).toBeLessThan(5)
  })

  test('avoids easy days, and the minimal ones the more', () => {
    const all = daysOfMany({})
    const days = [...all.keys()].sort()
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    const [reduced = 0, minimal = 0] = days
    const name = (day: StudyDay) => weekdays[(day - MONDAY) % 7]
    const easyDays = parseEasyDays(`${name(reduced)}=reduced, ${name(minimal)}=minimal`)
    const counts = daysOfMany({ easyDays })
    expect(days.length).toBeGreaterThan(3)
    expect(counts.get(reduced) ?? 0).toBeLessThan((all.get(reduced) ?? 0) / 2)
    expect(counts.get(minimal) ?? 0).toBe(0)
  })

  test('is no other where every day is equally easy', () => {
    const easyDays = parseEasyDays(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}=minimal`).join(','),
    )
    expect(daysOfMany({ easyDays })).toEqual(daysOfMany({}))
  })
})

test.each(['sat', 'sat=none', 'samstag=reduced', 'sat=reduced;sun=minimal', 'sat=toString'])(
  'easy days are not %s',
  (text) => expect(parseEasyDays(text)).toBeUndefined(),
)
