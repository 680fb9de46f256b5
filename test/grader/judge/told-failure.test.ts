import { expect, test } from 'vitest'
import type { CaseOutcome, Tried } from '../../../src/grader/cases/case.ts'
import { toldPlace } from '../../../src/grader/judge/told-failure.ts'

const TEXT = { en: 'text', zh: '文本' }
const OUTCOMES: { readonly [kind: string]: CaseOutcome } = {
  passed: { kind: 'passed', got: 1 },
  wrong: { kind: 'wrong', got: 1, mismatch: { summary: TEXT, worst: undefined } },
  threw: { kind: 'threw', name: 'Error', message: TEXT },
  ended: { kind: 'ended', ended: { kind: 'exited', code: 1 } },
}

/** Of cases such as `threw 0`: what came of it, and how long its input is. */
function told(...cases: readonly string[]): number {
  const tried = cases.map((one): Tried => {
    const [kind = '', size] = one.split(' ')
    const x = { dtype: 'f64', shape: [Number(size)], data: new Float64Array(Number(size)) } as const
    const outcome = OUTCOMES[kind]
    if (outcome === undefined) throw new Error(kind)
    const args = [{ name: 'of', value: { x } }]
    return { case: { name: TEXT, origin: 'hand-made', args, expected: 1 }, outcome }
  })
  return toldPlace(tried)
}

test('the first failure is told', () => {
  expect(told('passed 0', 'passed 1')).toBe(-1)
  expect(told('passed 0', 'wrong 1', 'threw 2')).toBe(1)
  expect(told('passed 0', 'threw 1', 'wrong 2', 'wrong 3')).toBe(1)
  expect(told('wrong 0', 'wrong 2', 'threw 2')).toBe(0)
  expect(told('ended 0')).toBe(0)
})

test('but not an error on an empty input beside more wrong answers', () => {
  expect(told('passed 1', 'threw 0', 'passed 1', 'wrong 2', 'wrong 3')).toBe(3)
  expect(told('threw 0', 'threw 2', 'wrong 2')).toBe(0)
})
