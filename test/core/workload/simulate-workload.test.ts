import { expect, test } from 'vitest'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { createScheduler } from '../../../src/core/scheduler.ts'
import { simulateWorkload, type WorkloadInput } from '../../../src/core/workload/simulate-workload.ts'

const PARAMETERS = INITIAL_PARAMETERS.cards
const TODAY = 20_000
const START: WorkloadInput = {
  parameters: PARAMETERS,
  cards: [],
  unseen: 0,
  newCards: 10,
  reviews: 200,
  today: TODAY,
  days: 365,
  answerMs: 6000,
  exercises: { parameters: INITIAL_PARAMETERS.exercises, begun: [], unbegun: [], newADay: 0 },
}

test('nothing to learn takes no time', () => {
  expect(simulateWorkload(START, 0.9)).toEqual({
    retention: 0.9,
    minutesADay: 0,
    exerciseMinutesADay: 0,
    reviewsADay: 0,
    known: 0,
    seen: 0,
  })
})

test('a card that is not due in these days only fades, as its forgetting curve has it', () => {
  const card = { stability: 300, difficulty: 5, lastDay: TODAY - 20, dueDay: TODAY + 280 }
  const { known, minutesADay } = simulateWorkload({ ...START, cards: [card], days: 100 }, 0.9)
  const recall = createScheduler(PARAMETERS).retrievability({ ...card, kind: 'review' }, TODAY + 100)
  expect(known).toBeCloseTo(recall, 6)
  expect(minutesADay).toBe(0)
})

test('cards that are met are all asked once or twice, and then again', () => {
  const { seen, minutesADay } = simulateWorkload({ ...START, unseen: 25, days: 1, newCards: 10 }, 0.9)
  expect(seen).toBe(10)
  expect(minutesADay * 10).toBeGreaterThanOrEqual(10)
  expect(minutesADay * 10).toBeLessThanOrEqual(20)
  expect(simulateWorkload({ ...START, unseen: 25, days: 4 }, 0.9).seen).toBe(25)
})

test('a higher desired retention takes more reviews, and more is known', () => {
  const year = [0.8, 0.85, 0.9, 0.95].map((retention) =>
    simulateWorkload({ ...START, unseen: 900 }, retention),
  )
  for (const [at, one] of year.entries()) {
    const before = year[at - 1]
    if (before === undefined) continue
    expect(one.minutesADay).toBeGreaterThan(before.minutesADay)
    expect(one.known).toBeGreaterThan(before.known)
  }
  expect(year.every(({ known, seen }) => seen === 900 && known < 900)).toBe(true)
})

test('recall at the end lies between the desired retention and certainty', () => {
  const { known, seen } = simulateWorkload({ ...START, unseen: 900 }, 0.9)
  expect(known / seen).toBeGreaterThan(0.9)
  expect(known / seen).toBeLessThan(0.98)
})

test('no day asks more reviews than its limit, and what is left waits', () => {
  const cards = Array.from({ length: 500 }, () => ({
    stability: 20,
    difficulty: 5,
    lastDay: TODAY - 20,
    dueDay: TODAY - 1,
  }))
  const wall = { ...START, cards, reviews: 40 }
  expect(simulateWorkload({ ...wall, days: 1 }, 0.9).reviewsADay).toBe(40)
  expect(simulateWorkload({ ...wall, days: 10 }, 0.9).reviewsADay).toBe(40)
  expect(simulateWorkload({ ...wall, reviews: 500, days: 1 }, 0.9).reviewsADay).toBe(500)
})

test('exercises take their minutes each time they come: one a day, due ones before new ones', () => {
  const due = { stability: 400, difficulty: 5, lastDay: TODAY - 400, dueDay: TODAY, minutes: 30 }
  const work = (more: Partial<WorkloadInput['exercises']>, days: number) =>
    simulateWorkload({ ...START, days, exercises: { ...START.exercises, ...more } }, 0.9)
  const days = 2
  expect(work({ begun: [due, due, due] }, days)).toMatchObject({ exerciseMinutesADay: 30, minutesADay: 30 })
  expect(work({ begun: [due], unbegun: [10, 20], newADay: 1 }, 1).exerciseMinutesADay).toBe(30)
  expect(work({ unbegun: [10, 20], newADay: 0.5 }, 1).exerciseMinutesADay).toBe(0)
  expect(work({ unbegun: [10, 20], newADay: 1 / 90 }, 365).minutesADay * 365).toBeGreaterThanOrEqual(60)
})

test('a higher desired retention brings exercises back more often', () => {
  const exercises = { ...START.exercises, unbegun: new Array<number>(30).fill(20), newADay: 1 / 7 }
  const [low, high] = [0.8, 0.97].map((retention) => simulateWorkload({ ...START, exercises }, retention))
  expect(high?.exerciseMinutesADay).toBeGreaterThan(1.2 * (low?.exerciseMinutesADay ?? 0))
})

test('nor does chance make it the cheaper one where exercises are few', () => {
  const exercises = { ...START.exercises, unbegun: [20, 25, 30], newADay: 1 / 30 }
  const minutes = [0.8, 0.84, 0.88, 0.92, 0.96].map(
    (retention) => simulateWorkload({ ...START, exercises }, retention).exerciseMinutesADay,
  )
  expect(minutes).toEqual(minutes.toSorted((one, other) => one - other))
})
