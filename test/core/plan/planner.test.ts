import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownBelief } from '../../../src/core/plan/beliefs.ts'
import { type ImaginedLife, liveThrough } from '../../../src/core/plan/live-through.ts'
import { planningPolicy } from '../../../src/core/plan/planning-policy.ts'
import type { Morning, Policy } from '../../../src/core/plan/policy.ts'
import { takeWithin } from '../../../src/core/plan/take-within.ts'
import { anyMorning, morning, newCards, TODAY } from './mornings.ts'

test('no day takes more minutes than it has, or an item twice, or begins what was begun', () => {
  fc.assert(
    fc.property(anyMorning, (start) => {
      const { days } = lived(planningPolicy, start)
      const begun = new Set(start.items.filter(({ memory }) => memory).map(({ id }) => id))
      for (const { day, fresh, again, minutes } of days) {
        expect(minutes).toBeLessThanOrEqual(start.minutesOn(day) + 1e-6)
        expect(new Set([...fresh, ...again]).size).toBe(fresh.length + again.length)
        expect(fresh.every((id) => !begun.has(id))).toBe(true)
        for (const id of fresh) begun.add(id)
        expect(again.every((id) => begun.has(id))).toBe(true)
      }
      expect(days.map(({ day }) => day)).toEqual(daysUntil(start))
    }),
    { numRuns: 40 },
  )
})

test('the same morning is planned alike, whatever was planned in between', () => {
  fc.assert(
    fc.property(anyMorning, anyMorning, (start, other) => {
      const first = planningPolicy(start)
      planningPolicy(other)
      expect(planningPolicy(start)).toEqual(first)
    }),
    { numRuns: 10 },
  )
})

test('today’s items are known ones, each once, and none that was seen today', () => {
  fc.assert(
    fc.property(anyMorning, (start) => {
      const order = planningPolicy(start)
      expect(new Set(order).size).toBe(order.length)
      const byId = new Map(start.items.map((item) => [item.id, item]))
      expect(order.every((id) => byId.has(id) && byId.get(id)?.memory?.lastDay !== TODAY)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test.each([2, 5])('more minutes than %d a day never leave less recalled', (minutes) => {
  const recalls = [minutes, minutes * 1.5, minutes * 3].map((more) => {
    const start = morning(newCards(240), 25, more)
    return meanRecall(lived(planningPolicy, start))
  })
  expect(recalls).toEqual(recalls.toSorted((one, other) => one - other))
  expect(recalls[2]).toBeGreaterThan((recalls[0] ?? 1) + 0.02)
})

test.each([
  { cards: 300, days: 30, minutes: 8, least: 0.9 },
  { cards: 300, days: 14, minutes: 12, least: 0.88 },
  { cards: 500, days: 30, minutes: 10, least: 0.84 },
])(
  '$cards cards in $days days at $minutes minutes: more is recalled than with new cards spread to the end',
  (given) => {
    const start = morning(newCards(given.cards), given.days, given.minutes)
    const own = meanRecall(lived(planningPolicy, start))
    expect(own).toBeGreaterThan(given.least)
    expect(own).toBeGreaterThan(meanRecall(lived(spread, start)))
  },
)

test('an item that has no room today is passed over, not the day ended', () => {
  const [short, long, other] = [1, 30, 1].map((first, order) => ({
    id: `item-${order}`,
    topic: 'nms',
    order,
    minutes: { first, again: first },
    weight: 1,
  }))
  if (short === undefined || long === undefined || other === undefined) throw new Error('There are three.')
  expect(takeWithin([short, long, other], 2)).toEqual([short, other])
})

/** What is due, and an even share of the new ones. */
const spread: Policy = ({ items, today, interview }) => {
  const fresh = items.filter(({ memory }) => memory === undefined)
  const due = items.filter(({ memory }) => memory !== undefined && memory.dueDay <= today)
  return [...due, ...fresh.slice(0, Math.ceil(fresh.length / (interview - today)))].map(({ id }) => id)
}

function lived(policy: Policy, start: Morning): ImaginedLife {
  return liveThrough(policy, start, ownBelief(start.parameters), 'test')
}

function meanRecall({ onDate }: ImaginedLife): number {
  return onDate.reduce((sum, recall) => sum + recall, 0) / onDate.length
}

function daysUntil({ today, interview }: Morning): readonly number[] {
  return Array.from({ length: interview - today }, (_, at) => today + at)
}
