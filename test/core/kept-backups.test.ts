import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../src/core/day.ts'
import { isBackupDue, keptBackups } from '../../src/core/kept-backups.ts'

const START = Date.UTC(2026, 0, 1, 20)
/** Times of backups, in order: gaps from hours to months. */
const taken = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 24, max: 1200 })), { maxLength: 150 })
  .map((hours) =>
    hours.map((_, at) => START + hours.slice(0, at + 1).reduce((sum, one) => sum + one, 0) * 3_600_000),
  )

test('every day for two years leaves a week of days, four weeks and twelve months', () => {
  const days = Array.from({ length: 730 }, (_, day) => START + day * DAY_MS)
  const kept = [...keptBackups(days)].map((at) => new Date(at).toISOString().slice(0, 10)).sort()
  expect(kept).toEqual([
    ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30'],
    ...['2027-07-31', '2027-08-31', '2027-09-30', '2027-10-31', '2027-11-30', '2027-12-12', '2027-12-19'],
    ...['2027-12-25', '2027-12-26', '2027-12-27', '2027-12-28', '2027-12-29', '2027-12-30', '2027-12-31'],
  ])
})

test('the newest stays, no more than 23 do, and none that was not taken', () => {
  fc.assert(
    fc.property(taken, (times) => {
      const kept = keptBackups(times)
      expect(kept.size).toBeLessThanOrEqual(23)
      expect(times.filter((at) => kept.has(at))).toHaveLength(kept.size)
      if (times.length > 0) expect(kept.has(Math.max(...times))).toBe(true)
    }),
  )
})

test('to thin out at each backup leaves what to thin out once does, and thinning out again takes nothing more', () => {
  fc.assert(
    fc.property(taken, (times) => {
      let kept: ReadonlySet<number> = new Set()
      for (const at of times) kept = keptBackups([...kept, at])
      expect(kept).toEqual(keptBackups(times))
      expect(keptBackups([...kept])).toEqual(kept)
    }),
  )
})

test('another is due a day after the last, and where all are dated wrong', () => {
  expect(isBackupDue([], START)).toBe(true)
  expect(isBackupDue([START], START + DAY_MS - 1)).toBe(false)
  expect(isBackupDue([START - 9 * DAY_MS, START], START + DAY_MS)).toBe(true)
  expect(isBackupDue([START + 400 * DAY_MS], START)).toBe(true)
})
