import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { makePlan } from '../../../src/core/plan/make-plan.ts'
import type { PlannedItem } from '../../../src/core/plan/policy.ts'
import { leftOutOf, type PlanInput } from '../../../src/core/plan/share-minutes.ts'
import { shortfallOf } from '../../../src/core/plan/shortfall.ts'
import { anyMorning, morning, newCards } from './mornings.ts'

const exercises = (count: number): readonly PlannedItem[] =>
  Array.from({ length: count }, (_, order) => ({
    id: `exercise-${order}`,
    topic: 'nms',
    order,
    minutes: { first: 10 + 5 * (order % 4), again: 10 + 5 * (order % 4) },
    weight: 1,
  }))

function inputOf(cards: number, days: number, minutes: number, tasks = 12): PlanInput {
  return {
    cards: morning(newCards(cards), days, minutes),
    exercises: { items: exercises(tasks), parameters: INITIAL_PARAMETERS.exercises },
    reviews: 0,
  }
}

test('cards and exercises together keep the minutes of every day, and no new one comes twice', () => {
  fc.assert(
    fc.property(anyMorning, fc.integer({ min: 0, max: 6 }), (cards, tasks) => {
      const items = exercises(tasks)
      const { days } = makePlan({
        cards,
        exercises: { items, parameters: INITIAL_PARAMETERS.exercises },
        reviews: 0,
      })
      for (const { day, minutes } of days) expect(minutes).toBeLessThanOrEqual(cards.minutesOn(day) + 1e-6)
      const fresh = days.flatMap(({ newCards: ids }) => ids)
      expect(new Set(fresh).size).toBe(fresh.length)
    }),
    { numRuns: 25 },
  )
})

test('exercises have about a third of the minutes where these are short, and none is longer than a day', () => {
  const input = inputOf(900, 40, 24)
  const { days, exercisesLeftOut } = makePlan(input)
  const minutes = new Map(input.exercises.items.map(({ id, minutes: { first } }) => [id, first]))
  const planned = days.flatMap((day) => day.exercises).map((id) => minutes.get(id) ?? 0)
  const share = planned.reduce((sum, one) => sum + one, 0) / (40 * 24)
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.45)
  expect(Math.max(...planned)).toBeLessThanOrEqual(24)
  expect(exercisesLeftOut).toEqual(['exercise-3', 'exercise-7', 'exercise-11'])
})

test('exercises have more where cards lose little by it', () => {
  const given = (minutes: number) => {
    const { days, recall } = makePlan(inputOf(60, 40, minutes, 200))
    return { exercises: days.reduce((sum, day) => sum + day.exercises.length, 0), recall: recall?.mean ?? 0 }
  }
  expect(given(60).exercises * 17.5).toBeGreaterThan(0.55 * 40 * 60)
  expect(given(60).recall).toBeGreaterThan(0.96)
})

test('a plan over a year is that of a nearer date, as far as it is today’s', () => {
  const plan = makePlan(inputOf(300, 365, 6, 0))
  expect(plan.days).toHaveLength(365)
  expect(plan.days[0]?.newCards).toEqual(plan.order.slice(0, 18))
  expect(plan.leftOut).toEqual([])
  expect(plan.recall?.mean).toBeGreaterThan(0.95)
})

test('the more answers tell how fast the learner forgets, the narrower is the interval', () => {
  const widths = [0, 100, 1000, 10_000].map((reviews) => {
    const { recall } = makePlan({ ...inputOf(200, 20, 8, 0), reviews })
    return (recall?.high ?? 0) - (recall?.low ?? 0)
  })
  expect(widths).toEqual(widths.toSorted((one, other) => other - one))
  expect(widths[0]).toBeGreaterThan(2 * (widths[3] ?? 1))
})

test('the interval holds the expected recall, and is wider for a topic than for all', () => {
  const { recall, topics } = makePlan({ ...inputOf(200, 20, 5), reviews: 10_000 })
  const width = ({ low, high }: { low: number; high: number }) => high - low
  if (recall === undefined) throw new Error('There are cards.')
  for (const one of [recall, ...topics.map((topic) => topic.recall)]) {
    expect(one.low).toBeLessThanOrEqual(one.mean)
    expect(one.high).toBeGreaterThanOrEqual(one.mean)
  }
  expect(topics).toHaveLength(5)
  for (const topic of topics) expect(width(topic.recall)).toBeGreaterThan(width(recall))
})

test.each([
  { cards: 300, days: 15, minutes: 5 },
  { cards: 240, days: 30, minutes: 2 },
])(
  'what a shortfall advises is true when it is followed: $cards cards, $days days, $minutes minutes',
  (given) => {
    const input = inputOf(given.cards, given.days, given.minutes, 0)
    const plan = makePlan(input)
    const shortfall = shortfallOf(input, plan)
    if (shortfall?.moreMinutes === undefined) throw new Error('Too little, and more would do.')
    const { moreMinutes } = shortfall
    const dropped = new Set(shortfall.cards)
    expect(plan.leftOut.every((id) => dropped.has(id))).toBe(true)
    const cards = { ...input.cards, items: input.cards.items.filter(({ id }) => !dropped.has(id)) }
    expect(leftOutOf({ ...input, cards })).toEqual([])
    const more = { ...input.cards, minutesOn: () => given.minutes + moreMinutes }
    expect(leftOutOf({ ...input, cards: more })).toEqual([])
  },
)

test('minutes that are enough leave nothing out, and need no advice', () => {
  const input = inputOf(60, 30, 30)
  const plan = makePlan(input)
  expect(plan.leftOut).toEqual([])
  expect(shortfallOf(input, plan)).toBeUndefined()
})

test('without a card or an exercise a plan is empty and foretells nothing', () => {
  const plan = makePlan(inputOf(0, 10, 30, 0))
  expect(plan).toMatchObject({ recall: undefined, exercises: undefined, topics: [], leftOut: [], order: [] })
  expect(plan.days.every(({ minutes }) => minutes === 0)).toBe(true)
})
