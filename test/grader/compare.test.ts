import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verbatim } from '../../src/core/locale.ts'
import type { NdArray } from '../../src/core/value.ts'
import type { Tried } from '../../src/grader/cases/case.ts'
import { compare } from '../../src/grader/judge/compare.ts'
import { diagnose } from '../../src/grader/judge/diagnose.ts'
import { showableText } from '../../src/grader/words/showable-text.ts'
import type { Comparison, Mutant } from '../../src/kit/define-grader.ts'

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
      worst: { at: 'result[1, 1]', expected: 5, got: 7, absolute: 2, relative: 0.4, wrong: 2, of: 6 },
    })
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

describe('a mistake is named', () => {
  const right = (value: number) => value
  const mutants = [mutant('doubles', (value) => 2 * value), mutant('squares', (value) => value * value)]

  function mutant(id: string, run: (value: number) => number): Mutant<readonly unknown[], unknown> {
    return { id, equals: { en: id, zh: id }, cards: [], run: (value) => run(value as number) }
  }

  function diagnosisOf(submission: (value: number) => number, inputs: readonly number[]) {
    const tried = inputs.map((value): Tried => {
      const got = submission(value)
      const mismatch = compare(right(value), got, EXACT)
      return {
        case: {
          name: verbatim(`${value}`),
          origin: 'hand-made',
          args: [{ name: 'value', value }],
          expected: right(value),
        },
        outcome: mismatch ? { kind: 'wrong', got, mismatch } : { kind: 'passed', got },
      }
    })
    const answer = (one: Mutant<readonly unknown[], unknown>, { args }: Tried['case']) =>
      one.run(args[0]?.value) as number
    return diagnose(tried, mutants, EXACT, answer)?.id
  }

  test('when it explains every answer', () => {
    expect(diagnosisOf((value) => 2 * value, [0, 1, 2, 3])).toBe('doubles')
    expect(diagnosisOf((value) => value * value, [0, 1, 2, 3])).toBe('squares')
  })

  test('and not when one wrong answer is not explained', () => {
    expect(diagnosisOf((value) => (value === 3 ? 7 : 2 * value), [0, 1, 2, 3])).toBeUndefined()
  })

  test('nor when it would have shown where the submission is right', () => {
    expect(diagnosisOf((value) => (value > 1 ? 2 * value : value), [1, 2, 3])).toBeUndefined()
  })

  test('nor when two fit, nor on a single number', () => {
    expect(diagnosisOf((value) => value * value, [0, 2])).toBeUndefined()
    expect(diagnosisOf((value) => 2 * value, [3])).toBeUndefined()
  })
})

test('text that may be shown holds no control character but breaks and tabs, whatever came', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(showableText(`\x1b[31m${text}\x1b]8;;http://x\x07`)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/)
    }),
  )
})
