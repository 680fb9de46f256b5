import fc from 'fast-check'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import type { Morning, PlannedItem } from '../../../src/core/plan/policy.ts'

export const TODAY = 20_000

/** So many new cards of five topics. */
export function newCards(count: number): readonly PlannedItem[] {
  return Array.from({ length: count }, (_, order) => ({
    id: `card-${order}`,
    topic: `topic-${order % 5}`,
    order,
    minutes: { first: 1 / 3, again: 1 / 6 },
    weight: 1,
  }))
}

export function morning(items: readonly PlannedItem[], days: number, minutes: number): Morning {
  return {
    today: TODAY,
    interview: TODAY + days,
    parameters: INITIAL_PARAMETERS.cards,
    items,
    minutesOn: () => minutes,
  }
}

const memory = fc
  .record({
    stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    age: fc.integer({ min: 0, max: 200 }),
    interval: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ age, interval, ...strength }) => ({
    ...strength,
    lastDay: TODAY - age,
    dueDay: TODAY - age + interval,
  }))

/** Items of any kind and state, of which some take longer than a day has. */
export const anyMorning: fc.Arbitrary<Morning> = fc
  .record({
    items: fc.array(
      fc.record({
        topic: fc.constantFrom('nms', 'adam', 'iou'),
        order: fc.integer({ min: 0, max: 50 }),
        minutes: fc.record({
          first: fc.double({ min: 0.05, max: 30, noNaN: true }),
          again: fc.double({ min: 0.05, max: 20, noNaN: true }),
        }),
        weight: fc.double({ min: 0.1, max: 3, noNaN: true }),
        memory: fc.option(memory, { nil: undefined }),
      }),
      { maxLength: 30 },
    ),
    days: fc.integer({ min: 1, max: 40 }),
    minutes: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ items, days, minutes }) => ({
    ...morning(
      items.map(({ memory: known, ...item }, at) => ({
        ...item,
        id: `item-${at}`,
        ...(known && { memory: known }),
      })),
      days,
      minutes,
    ),
    minutesOn: (day: number) => (day % 7 === 0 ? 0 : minutes),
  }))
