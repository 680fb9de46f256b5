import { expect, test } from 'vitest'
import { compare } from '../../../src/grader/judge/compare.ts'
import { lastDigits } from '../../../src/grader/judge/last-digits.ts'
import type { Comparison } from '../../../src/kit/define-grader.ts'

const STRICT: Comparison = { kind: 'close', rtol: 1e-11, atol: 1e-13, why: 'test' }

/** What is told of a submission that makes `make(x)` of what should be x. */
function told(
  values: readonly number[],
  make: (x: number) => number,
  comparison = STRICT,
): string | undefined {
  const name = { en: 'case', zh: '用例' }
  const tried = values.map((expected) => {
    const got = make(expected)
    const mismatch = compare(expected, got, comparison)
    return {
      case: { name, origin: 'random' as const, args: [], expected },
      outcome: mismatch ? ({ kind: 'wrong', got, mismatch } as const) : ({ kind: 'passed', got } as const),
    }
  })
  return lastDigits(tried, comparison)?.en
}

const VALUES = [0.1, 1 / 3, 2 / 3, 1 / 7, 0, 1, 1e-9]

test('numbers that have been through single precision are told', () => {
  expect(told(VALUES, Math.fround)).toMatch(/^All that is wrong are the last digits/)
  expect(told(VALUES, (x) => Math.round(x * 1e6) / 1e6)).toBeDefined()
})

test('nothing is told of others', () => {
  expect(told(VALUES, (x) => x)).toBeUndefined()
  expect(told(VALUES, (x) => 1.001 * x)).toBeUndefined()
  expect(told(VALUES, (x) => (x === 1 ? Number.POSITIVE_INFINITY : Math.fround(x)))).toBeUndefined()
  // As near as any number is, where all are so small.
  expect(told([1e-6, 2e-6, 3e-6], (x) => 2 * x)).toBeUndefined()
})

test('nor where the tolerance does not ask for double precision', () => {
  expect(told(VALUES, (x) => x * (1 + 1e-6), { ...STRICT, atol: 1e-7 })).toBeUndefined()
})
