import fc from 'fast-check'
import { createEmptyCard, Rating as FsrsRating, fsrs, type Grade, StrategyMode } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { DAY_MS, type Moment, studyClockOf, studyDayOf } from '../../src/core/day.ts'
import { isDue, type Memory, NEW, type SeenMemory } from '../../src/core/memory.ts'
import { INITIAL_PARAMETERS, schedulerFor } from '../../src/core/parameters-by-scope.ts'
import { RATINGS, type Rating } from '../../src/core/rating.ts'
import type { MemoryStrength } from '../../src/core/scheduler.ts'

const cards = schedulerFor(INITIAL_PARAMETERS.cards)
const exercises = schedulerFor(INITIAL_PARAMETERS.exercises)

/** 2026-11-24, noon UTC. */
const NOON = Date.UTC(2026, 10, 24, 12)
const utc = (at: number): Moment => ({ at, offsetMin: 0 })

const history = fc.array(
  fc.record({
    rating: fc.constantFrom(...RATINGS),
    /** From seconds to two months. */
    waitMs: fc.oneof(
      fc.integer({ min: 1000, max: 3_600_000 }),
      fc.integer({ min: DAY_MS / 2, max: 60 * DAY_MS }),
    ),
    offsetMin: fc.constantFrom<number>(-480, 0, 330, 480),
  }),
  { minLength: 1, maxLength: 25 },
)

type Steps = typeof history extends fc.Arbitrary<infer T> ? T : never

function replay(id: string, steps: Steps, scheduler = cards): readonly [Memory, Moment][] {
  let memory: Memory = NEW
  let at = NOON
  return steps.map(({ rating, waitMs, offsetMin }) => {
    at += waitMs
    memory = scheduler.next(id, memory, rating, { at, offsetMin })
    return [memory, { at, offsetMin }]
  })
}

describe('a memory', () => {
  test('is what ts-fsrs gives when it is called directly with the study clock', () => {
    fc.assert(
      fc.property(history, fc.boolean(), (steps, withSteps) => {
        const engine = fsrs({ enable_fuzz: true, enable_short_term: withSteps, request_retention: 0.9 })
        engine.useStrategy(StrategyMode.SEED, function (this: unknown) {
          return `deck/card:${(this as { current: { reps: number } }).current.reps}`
        })
        let direct = createEmptyCard(new Date(studyClockOf(utc(NOON))))
        const ours = replay('deck/card', steps, withSteps ? cards : exercises)
        let at = NOON
        for (const [index, { rating, waitMs, offsetMin }] of steps.entries()) {
          at += waitMs
          const clock = studyClockOf({ at, offsetMin })
          const lastDay = Math.floor(clock / DAY_MS)
          // Flying west may turn the calendar back, at which ts-fsrs throws: no day has gone by.
          if (direct.last_review) direct.last_review = new Date(Math.min(direct.last_review.getTime(), clock))
          direct = engine.next(direct, new Date(clock), GRADES[rating]).card
          const [memory] = ours[index] as [SeenMemory, Moment]
          expect(memory.stability).toBe(direct.stability)
          expect(memory.difficulty).toBe(direct.difficulty)
          expect(memory.reps).toBe(direct.reps)
          expect(memory.lapses).toBe(direct.lapses)
          expect(memory.kind === 'review').toBe(direct.state === 2)
          if (memory.kind === 'review') expect(memory.dueDay - lastDay).toBe(direct.scheduled_days)
          else expect(memory.due - at).toBe(direct.due.getTime() - clock)
        }
      }),
    )
  })

  test('depends on nothing but its arguments, so that a preview is what is stored', () => {
    fc.assert(
      fc.property(history, (steps) => {
        expect(replay('a/b', steps)).toEqual(replay('a/b', steps))
      }),
    )
  })

  test('gets the same interval at any second of a study day', () => {
    const seen = replay(
      'a/b',
      [...Array(4)].map(() => ({ rating: 'good', waitMs: 5 * DAY_MS, offsetMin: 0 })),
    )
    const memory = (seen.at(-1) as [Memory, Moment])[0]
    const intervals = [0, 1, 60, 3600].map((seconds) => {
      const next = cards.next('a/b', memory, 'good', utc(NOON + 60 * DAY_MS + seconds * 1000))
      return next.kind === 'review' && next.intervalDays
    })
    expect(new Set(intervals).size).toBe(1)
    expect(intervals[0]).toBeGreaterThan(20)
  })

  test('is fuzzed differently for different cards', () => {
    const intervals = [...Array(20).keys()].map((n) => {
      const steps = [...Array(4)].map(() => ({ rating: 'good' as Rating, waitMs: 9 * DAY_MS, offsetMin: 0 }))
      const memory = replay(`a/card-${n}`, steps).at(-1)?.[0]
      return memory?.kind === 'review' ? memory.intervalDays : 0
    })
    expect(new Set(intervals).size).toBeGreaterThan(3)
  })

  test('counts days from four in the morning, local time', () => {
    const before: Moment = { at: Date.UTC(2026, 10, 24, 19, 59), offsetMin: 480 }
    const after: Moment = { at: Date.UTC(2026, 10, 24, 20, 1), offsetMin: 480 }
    expect(studyDayOf(after) - studyDayOf(before)).toBe(1)
    const memory = replay('a/b', [{ rating: 'easy', waitMs: 1000, offsetMin: 480 }])[0]?.[0] as SeenMemory
    const sameDay = cards.next('a/b', memory, 'good', { at: memory.lastReview + 3_600_000, offsetMin: 480 })
    expect(sameDay.lastDay).toBe(memory.lastDay)
  })

  test('treats two reviews on both sides of midnight UTC as the same evening', () => {
    const evening: Moment = { at: Date.UTC(2026, 10, 24, 23, 55), offsetMin: 0 }
    const later: Moment = { at: Date.UTC(2026, 10, 25, 0, 5), offsetMin: 0 }
    const memory = cards.next('a/b', NEW, 'easy', evening)
    const again = cards.next('a/b', memory, 'good', later)
    // Ten minutes later the same-day rule holds; by UTC's calendar stability would jump.
    expect(again.stability / memory.stability).toBeLessThan(1.3)
    expect(cards.retrievability(memory, studyDayOf(later))).toBe(1)
  })

  test('survives a clock that goes back', () => {
    const memory = cards.next('a/b', NEW, 'easy', utc(NOON))
    const back = cards.next('a/b', memory, 'good', utc(NOON - 3 * DAY_MS))
    expect(back.kind).toBe('review')
    expect(back.lastDay).toBe(memory.lastDay - 3)
    expect(back.kind === 'review' && back.dueDay - back.lastDay).toBe(
      back.kind === 'review' && back.intervalDays,
    )
  })

  test('is due again when its last review lies in the future, but not by a flight west', () => {
    const ahead = cards.next('a/b', NEW, 'easy', utc(NOON + 1500 * DAY_MS))
    if (ahead.kind !== 'review') throw new Error('easy goes to review')
    expect(isDue(ahead, studyDayOf(utc(NOON)))).toBe(true)
    expect(isDue(ahead, ahead.lastDay - 1)).toBe(false)
    expect(isDue(ahead, ahead.lastDay)).toBe(false)
    expect(isDue(ahead, ahead.dueDay)).toBe(true)
  })

  test('of an exercise never comes back on the same day', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [memory] of replay('adam', steps, exercises)) {
          expect(memory.kind === 'review' && memory.intervalDays >= 1).toBe(true)
        }
      }),
    )
  })

  test('leaves Date as it was', () => {
    const found: string[] = []
    for (const key in new Date()) found.push(key)
    expect(found).toEqual([])
  })
})

const GRADES = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
} as const satisfies Record<Rating, Grade>

test('what a review makes of a memory does not depend on dates, steps or fuzz', () => {
  fc.assert(
    fc.property(history, (steps) => {
      for (const scheduler of [cards, exercises]) {
        let now = utc(NOON)
        let memory: Memory = NEW
        let strength: MemoryStrength | undefined
        for (const { rating, waitMs } of steps) {
          now = utc(now.at + waitMs)
          const elapsed = memory.kind === 'new' ? 0 : studyDayOf(now) - memory.lastDay
          memory = scheduler.next('a', memory, rating, now)
          strength = scheduler.strengthen(strength, elapsed, rating)
          expect([strength.stability, strength.difficulty]).toEqual([memory.stability, memory.difficulty])
        }
      }
    }),
  )
})
