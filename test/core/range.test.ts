import { expect, test } from 'vitest'
import { isWithin, parseRange, rangeText } from '../../src/core/range.ts'

test.each<[string, string, string, readonly number[], readonly number[]]>([
  ['0..1', '0 to 1', '0 到 1', [0, 0.3, 1], [-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY]],
  ['1..31 step 2', '1 to 31, in steps of 2', '1 到 31，间隔 2', [1, 15, 31], [0, 2, 33]],
  ['-2..2 step 1/4', '-2 to 2, in steps of 1/4', '-2 到 2，间隔 1/4', [-2, -0.25, 1.75], [0.1]],
  ['1e-8..0.5', '1e-8 to 0.5', '1e-8 到 0.5', [1e-8, 0.5], [0]],
  [
    '-1..1 or NaN or -Infinity',
    '-1 to 1, or NaN, -Infinity',
    '-1 到 1，或 NaN, -Infinity',
    [0, Number.NaN, Number.NEGATIVE_INFINITY],
    [2, Number.POSITIVE_INFINITY],
  ],
])('the range %s is said as it is, and holds what it says', (text, en, zh, within, outside) => {
  const range = parseRange(text)
  expect(rangeText(range)).toEqual({ en, zh })
  expect(within.map((value) => isWithin(range, value))).toEqual(within.map(() => true))
  expect(outside.map((value) => isWithin(range, value))).toEqual(outside.map(() => false))
})

test.each([
  ['0-1', '"0-1" is no range: it has no two ends.'],
  ['0..1 or never', '"0..1 or never" is no range: it has no two ends.'],
  ['2..1', '"2..1" is no range: its first end is above the second.'],
  ['1..30 step 2', '"1..30 step 2" is no range: its steps miss the second end.'],
])('%s is refused', (text, message) => {
  expect(() => parseRange(text)).toThrow(message)
})
