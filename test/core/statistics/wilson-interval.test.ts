import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from '../../../src/core/statistics/wilson-interval.ts'

test('the ends of an interval are the shares from which the one that was seen is just 1.96 deviations away', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (total, part) => {
        const hits = Math.round(total * part)
        const [low, high] = wilsonInterval(hits, total)
        for (const end of [low, high]) {
          const deviation = Math.sqrt((end * (1 - end)) / total)
          expect(Math.abs(hits / total - end)).toBeCloseTo(1.959964 * deviation, 6)
        }
        expect(low).toBeLessThanOrEqual(hits / total + 1e-12)
        expect(high).toBeGreaterThanOrEqual(hits / total - 1e-12)
      },
    ),
  )
})
