import { expect, test } from 'vitest'
import { forecastRecall } from '../../../src/core/plan/recall-forecast.ts'

test('of items that are all alike the number recalled is binomial', () => {
  // scipy.stats.binom(20, 0.8).ppf([0.05, 0.95]) is 13 and 19.
  const forecast = forecastRecall([{ recalls: new Array(20).fill(0.8), weight: 1 }])
  expect(forecast).toEqual({ mean: expect.closeTo(0.8), low: 13 / 20, high: 19 / 20 })
})

test('of items that are not alike it agrees with counting all outcomes', () => {
  const recalls = [0.9, 0.5, 0.3, 0.99, 0.05, 0.7]
  const chances = new Array<number>(recalls.length + 1).fill(0)
  for (let outcome = 0; outcome < 2 ** recalls.length; outcome++) {
    const known = recalls.map((_, at) => (outcome >> at) % 2 === 1)
    const chance = recalls.reduce((product, p, at) => product * (known[at] ? p : 1 - p), 1)
    const count = known.filter(Boolean).length
    chances[count] = (chances[count] ?? 0) + chance
  }
  const below = chances.map((_, at) => chances.slice(0, at + 1).reduce((sum, one) => sum + one, 0))
  const forecast = forecastRecall([{ recalls, weight: 1 }])
  expect(forecast?.low).toBe(below.findIndex((sum) => sum >= 0.05) / recalls.length)
  expect(forecast?.high).toBe(below.findIndex((sum) => sum >= 0.95) / recalls.length)
})

test('lives that differ widen the interval beyond each of them', () => {
  const [one, other] = [0.6, 0.9].map((recall) => new Array<number>(400).fill(recall))
  if (one === undefined || other === undefined) throw new Error('There are two.')
  const both = forecastRecall([
    { recalls: one, weight: 0.5 },
    { recalls: other, weight: 0.5 },
  ])
  expect(both?.mean).toBeCloseTo(0.75)
  expect(both?.low).toBeLessThan(0.6)
  expect(both?.high).toBeGreaterThan(0.9)
})

test('ten thousand items are summed exactly enough', () => {
  const forecast = forecastRecall([{ recalls: new Array(10_000).fill(0.5), weight: 1 }])
  // 5000 -+ 1.645 * 50
  expect(forecast?.low).toBeCloseTo(0.4918, 3)
  expect(forecast?.high).toBeCloseTo(0.5082, 3)
})

test('of nothing nothing is foretold', () => {
  expect(forecastRecall([{ recalls: [], weight: 1 }])).toBeUndefined()
})
