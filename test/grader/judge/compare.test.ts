import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NdArray } from '../../../src/core/value.ts'
import { compare } from '../../../src/grader/judge/compare.ts'
import { showableText } from '../../../src/grader/words/showable-text.ts'
import type { Comparison } from '../../../src/kit/define-grader.ts'
import { codePoint } from '../../code-point.ts'

const EXACT: Comparison = { kind: 'exact' }
const CLOSE: Comparison = { kind: 'close', rtol: 1e-3, atol: 1e-3, why: 'test' }

function array(shape: readonly number[], data: readonly number[]): NdArray {
  return { dtype: 'f64', shape, data: Float64Array.from(data) }
}

describe('outputs are compared', () => {
  test('and the worst place is named, with how many are wrong', () => {
    const mismatch = compare(array([2, 3], [1, 2, 3, 4, 5, 6]), array([2, 3], [1, 2.5, 3, 4, 7, 6]), EXACT)
    expect(mismatch).toEqual({
      summary: { en: 'result[1, 1] is 7, expected 5', zh: 'result[1, 1] 为 7，应为 5' },
      worst: {
        at: 'result[1, 1]',
        first: 'result[0, 1]',
        expected: 5,
        got: 7,
        absolute: 2,
        relative: 0.4,
        wrong: 2,
        of: 6,
      },
    })
  })

  test('with as many digits as tell the two apart', () => {
    expect(compare(0.01574841, 0.015748412345, EXACT)?.summary.en).toBe(
      'result is 0.015748412, expected 0.01574841',
    )
    expect(compare(0.1 + 0.2, 0.3, EXACT)?.summary.en).toBe('result is 0.3, expected 0.30000000000000004')
    expect(compare(1 / 3, 2 / 3, EXACT)?.summary.en).toBe('result is 0.6666667, expected 0.3333333')
    expect(compare(1414213562.25, 2414213562.25, EXACT)?.summary.en).toBe(
      'result is 2414213562, expected 1414213562',
    )
  })

  test('field by field in a record', () => {
    const mismatch = compare({ m: 1, v: array([2], [1, 2]) }, { m: 1, v: array([2], [1, Number.NaN]) }, CLOSE)
    expect(mismatch?.summary.en).toBe('v[1] is NaN, expected 2')
    expect(mismatch?.worst?.absolute).toBe(Number.POSITIVE_INFINITY)
  })

  test.each<[number, number, boolean]>([
    [Number.NaN, Number.NaN, true],
    [Number.NaN, 1, false],
    [1, Number.NaN, false],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, true],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false],
    [Number.POSITIVE_INFINITY, 1e308, false],
    [1e308, Number.POSITIVE_INFINITY, false],
    [0, -0, true],
  ])('%d and %d agree: %s', (expected, got, agree) => {
    for (const comparison of [EXACT, CLOSE]) {
      expect(compare(expected, got, comparison) === undefined).toBe(agree)
    }
  })

  test('within the tolerance and no further', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (expected, part) => {
          fc.pre(Math.abs(Math.abs(part) - 1) > 1e-6)
          const got = expected + part * (1e-3 + 1e-3 * Math.abs(expected))
          expect(compare(expected, got, CLOSE) === undefined).toBe(Math.abs(part) < 1)
        },
      ),
    )
  })
})

test('text that may be shown holds no control character but breaks and tabs, whatever came', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 200 }), (text) => {
      expect(showableText(`\x1b[31m${text}\x1b]8;;http://x\x07`)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/)
    }),
  )
})
