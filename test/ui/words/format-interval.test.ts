import { describe, expect, test } from 'vitest'
import { formatDays, formatMinutes } from '../../../src/ui/words/format-interval.ts'

describe('an interval', () => {
  test.each([
    { days: 1, en: '1d', zh: '1 天' },
    { days: 59, en: '59d', zh: '59 天' },
    { days: 61, en: '2mo', zh: '2 个月' },
    { days: 364, en: '12mo', zh: '12 个月' },
    { days: 366, en: '1y', zh: '1 年' },
    { days: 1000, en: '2.7y', zh: '2.7 年' },
  ])('of $days days is short', ({ days, en, zh }) => {
    expect(formatDays(days)).toEqual({ en, zh })
  })

  test.each([
    { ms: 20_000, en: '<1m' },
    { ms: 60_000, en: '1m' },
    { ms: 99 * 60_000, en: '99m' },
    { ms: 150 * 60_000, en: '2.5h' },
  ])('of $ms ms is $en', ({ ms, en }) => {
    expect(formatMinutes(ms).en).toBe(en)
  })
})
