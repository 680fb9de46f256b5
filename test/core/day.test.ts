import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, dayOfDate } from '../../src/core/day.ts'

test('a date is read and written as one day, and no other text is a date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
      expect(dayOfDate(dateOf(day))).toBe(day)
    }),
  )
  for (const text of ['2026-02-30', '2026-13-01', '26-1-1', '', '2026-11-24T00'])
    expect(dayOfDate(text)).toBeUndefined()
})
