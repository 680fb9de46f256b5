import { afterEach, describe, expect, test, vi } from 'vitest'
import { verbatim } from '../../../src/core/locale.ts'
import { createRandom } from '../../../src/core/random.ts'
import type { Case, Tried } from '../../../src/grader/cases/case.ts'
import type { Combination } from '../../../src/grader/cases/combination.ts'
import type { AnyGrader } from '../../../src/grader/cases/load-grader.ts'
import { compare } from '../../../src/grader/judge/compare.ts'
import { findDiagnosis } from '../../../src/grader/judge/find-diagnosis.ts'
import { defineRules } from '../../../src/kit/rules.ts'

interface Choices {
  readonly factor?: number
  readonly power?: number
  readonly offset?: number
  readonly rounding?: (value: number) => number
}

const words = (id: string) => ({ en: id, zh: id, cards: [`cards/${id}`] })

/** What is right is the number itself. */
const rules = defineRules(
  ({ factor = 1, power = 1, offset = 0, rounding = (value) => value }: Choices) =>
    (value: number) =>
      rounding(factor * value ** power + offset),
  {
    factor: { doubled: { ...words('doubled'), choice: 2 }, negated: { ...words('negated'), choice: -1 } },
    power: { squared: { ...words('squared'), choice: 2 }, cubed: { ...words('cubed'), choice: 3 } },
    offset: { 'one-more': { ...words('one-more'), choice: 1, nuisance: true } },
    rounding: { 'half-down': { choice: (value) => Math.ceil(value - 0.5) } },
  },
  { 'sign-of-square': { en: 'the negative square', zh: '负平方', of: ['negated', 'squared'] } },
)
const grader = { rules, comparison: { kind: 'exact' } } as unknown as AnyGrader

function caseOf(value: number): Case {
  return {
    name: verbatim(`${value}`),
    origin: 'random',
    args: [{ name: 'value', value }],
    expected: value,
  }
}

function tryOne(submission: (value: number) => number, one: Case): Tried {
  const got = submission(Number(one.args[0]?.value))
  const mismatch = compare(one.expected, got, { kind: 'exact' })
  return { case: one, outcome: mismatch ? { kind: 'wrong', got, mismatch } : { kind: 'passed', got } }
}

/** @param isThere whether the submission can still be asked when the cases are through */
async function diagnosisOf(
  submission: (value: number) => number,
  inputs: readonly number[],
  { isThere = true, draw = (random: number) => Math.floor(random * 20) - 10, of = rules } = {},
) {
  const found = await findDiagnosis(
    inputs.map((value) => tryOne(submission, caseOf(value))),
    {
      grader: { ...grader, rules: of } as unknown as AnyGrader,
      answer: (made: Combination, { args }) => of.implement(made)(Number(args[0]?.value)),
      draw: (at) => caseOf(draw(createRandom(`${at}`).real())),
      ask: async (one) => (isThere ? tryOne(submission, one) : undefined),
    },
  )
  return found?.diagnosis
}

describe('a mistake is named', () => {
  test('when it explains every answer', async () => {
    expect((await diagnosisOf((value) => 2 * value, [0, 1, 2, 3]))?.id).toBe('doubled')
    expect((await diagnosisOf((value) => value ** 2, [0, 1, 2, 3]))?.id).toBe('squared')
  })

  test('and not when one wrong answer is not explained', async () => {
    expect(await diagnosisOf((value) => (value === 3 ? 7 : 2 * value), [0, 1, 2, 3])).toBeUndefined()
  })

  test('nor when it would have shown where the submission is right', async () => {
    expect(await diagnosisOf((value) => (value > 1 ? 2 * value : value), [1, 2, 3])).toBeUndefined()
  })

  test('nor when it fits all cases, but not what is asked beyond them', async () => {
    const submission = (value: number) => (value > 0 ? 2 * value : value)
    expect(await diagnosisOf(submission, [1, 2, 3])).toBeUndefined()
  })

  test('when what is asked tells it from another that fits as well', async () => {
    expect((await diagnosisOf((value) => value ** 2, [0, 2]))?.id).toBe('squared')
    expect(await diagnosisOf((value) => value ** 2, [0, 2], { isThere: false })).toBeUndefined()
  })

  test('and not on a single number', async () => {
    expect(await diagnosisOf((value) => 2 * value, [3], { isThere: false })).toBeUndefined()
  })
})

describe('several mistakes are named', () => {
  test('all of them, the most harmful first, with the cards of each', async () => {
    const diagnosis = await diagnosisOf((value) => -(value ** 3) + 1, [-2, -1, 0, 1, 2, 3])
    expect(diagnosis?.id).toBe('negated+cubed+one-more')
    expect(diagnosis?.mistakes.map(({ id }) => id)).toEqual(['one-more', 'negated', 'cubed'])
    expect(diagnosis?.cards).toEqual(['cards/one-more', 'cards/negated', 'cards/cubed'])
    expect(diagnosis?.message.en).toBe(
      'Your output equals that of a program with these 3 mistakes at once, the most harmful first:\n\n1. one-more\n2. negated\n3. cubed',
    )
  })

  test('under the name that they have together', async () => {
    const diagnosis = await diagnosisOf((value) => -(value ** 2), [-2, -1, 0, 1, 2, 3])
    expect(diagnosis?.id).toBe('negated+squared')
    expect(diagnosis?.message.zh).toMatch(/\n\n合起来就是负平方。$/)
  })

  test('but not what is no mistake by itself', async () => {
    const submission = (value: number) => Math.ceil(2 * value - 0.5)
    const halves = { draw: (random: number) => Math.floor(random * 20) / 4 }
    expect((await diagnosisOf(submission, [0.25, 1, 2.5, 3.75], halves))?.id).toBe('doubled')
  })

  test('beside two that are no mistakes, and show only together', async () => {
    const of = defineRules(
      ({ factor = 1, one = 0, other = 0 }: { factor?: number; one?: number; other?: number }) =>
        (value: number) =>
          factor * value + one * other,
      {
        factor: { doubled: { ...words('doubled'), choice: 2 } },
        one: { left: { choice: 1 } },
        other: { right: { choice: 3 } },
      },
    )
    expect((await diagnosisOf((value) => 2 * value + 3, [0, 1, 2, 3], { of }))?.id).toBe('doubled')
  })

  test('beside two that show only together there, though one of them shows by itself where all else is right', async () => {
    const of = defineRules(
      ({ factor = 1, one = 0, other = 0 }: { factor?: number; one?: number; other?: number }) =>
        (value: number) =>
          factor * value + one * (factor === 1 ? 1 : other),
      {
        factor: { doubled: { ...words('doubled'), choice: 2 } },
        one: { left: { choice: 1 } },
        other: { right: { choice: 3 } },
      },
    )
    expect((await diagnosisOf((value) => 2 * value + 3, [0, 1, 2, 3], { of }))?.id).toBe('doubled')
  })

  test('beside one that is no mistake, and first shows in what is asked', async () => {
    const of = defineRules(
      ({ factor = 1, step = 0 }: { factor?: number; step?: number }) =>
        (value: number) =>
          factor * value + (value > 4 ? step : 0),
      {
        factor: { doubled: { ...words('doubled'), choice: 2 } },
        step: { up: { choice: 1 } },
      },
    )
    const submission = (value: number) => 2 * value + (value > 4 ? 1 : 0)
    expect((await diagnosisOf(submission, [0, 1, 2, 3], { of }))?.id).toBe('doubled')
  })

  test('beside one that is no mistake, and shows only where both are made', async () => {
    const of = defineRules(
      ({ factor = 1, offset = 0, last = 0 }: { factor?: number; offset?: number; last?: number }) =>
        (value: number) =>
          factor * value + offset + (factor - 1) * offset * last,
      {
        factor: { doubled: { ...words('doubled'), choice: 2 } },
        offset: { 'one-more': { ...words('one-more'), choice: 1 } },
        last: { 'four-more': { choice: 4 } },
      },
    )
    const diagnosis = await diagnosisOf((value) => 2 * value + 5, [0, 1, 2, 3], { of })
    expect(diagnosis?.mistakes.map(({ id }) => id).toSorted()).toEqual(['doubled', 'one-more'])
  })

  test('as far as nothing else would explain the answers as well', async () => {
    const zeroAndOne = { draw: (random: number) => Math.floor(random * 2) }
    const diagnosis = await diagnosisOf((value) => -(value ** 2) + 1, [0, 1, 0, 1, -1, -1], zeroAndOne)
    expect(diagnosis?.id).toBe('negated+squared+one-more')
    const fewer = await diagnosisOf((value) => -(value ** 2) + 1, [0, 1, 0, 1], zeroAndOne)
    expect(fewer?.id).toBe('negated+one-more')
  })
})

describe('the search is the same on every machine', () => {
  afterEach(() => vi.restoreAllMocks())

  const threeMistakes = () => diagnosisOf((value) => -(value ** 3) + 1, [-2, -1, 0, 1, 2, 3])

  test('however much time its clocks say has gone', async () => {
    const expected = await threeMistakes()
    let days = 0
    const leaping = () => ++days * 86_400_000
    const leapingCpu = () => ({ user: leaping() * 1000, system: 0 })
    vi.spyOn(Date, 'now').mockImplementation(leaping)
    vi.spyOn(performance, 'now').mockImplementation(leaping)
    vi.spyOn(process, 'cpuUsage').mockImplementation(leapingCpu)
    vi.spyOn(process, 'threadCpuUsage').mockImplementation(leapingCpu)
    expect(await threeMistakes()).toEqual(expected)
  })

  test('and is given up after so much work on the inputs', async () => {
    const runsWith = async (numbers: number) => {
      let runs = 0
      const data = new Float32Array(numbers)
      const one = {
        ...caseOf(3),
        args: [{ name: 'values', value: { dtype: 'f32', shape: [numbers], data } }],
      }
      const outcome = {
        kind: 'wrong',
        got: 7.5,
        mismatch: { summary: verbatim('7.5'), worst: undefined },
      } as const
      const answer = (made: Combination) => {
        if (made.length > 2) runs++
        return rules.implement(made)(3)
      }
      const draw = () => one as Case
      await findDiagnosis([{ case: one as Case, outcome }], {
        grader,
        answer,
        draw,
        ask: async () => undefined,
      })
      return runs
    }
    expect(await runsWith(100_000)).toBeGreaterThan(10)
    expect(await runsWith(4_000_000)).toBeLessThan(4)
  })
})
