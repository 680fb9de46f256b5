import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../src/grader/cases/case.ts'
import { type AnyTrait, commonTrait } from '../../../src/grader/judge/common-trait.ts'

const TRAITS: readonly AnyTrait[] = [
  { text: { en: 'it is positive', zh: '为正' }, holds: (value) => Number(value) > 0 },
  { text: { en: 'it is even', zh: '为偶数' }, holds: (value) => Number(value) % 2 === 0 },
]

const UP_TO_20 = Array.from({ length: 21 }, (_, at) => at)

/** What is told of a submission that is wrong for some of the inputs. */
function tell(inputs: readonly number[], isWrong: (input: number) => boolean): string | undefined {
  const name = { en: 'case', zh: '用例' }
  const tried = inputs.map((value) => ({
    case: { name, origin: 'random' as const, args: [{ name: 'x', value }], expected: value },
    outcome: isWrong(value)
      ? ({ kind: 'threw', name: 'Error', message: name } as const)
      : ({ kind: 'passed', got: value } as const),
  }))
  const holds = (trait: AnyTrait, { args }: Case) => trait.holds(...args.map(({ value }) => value))
  return commonTrait(tried, TRAITS, holds)?.en
}

test('names the trait of all wrong cases, and counts', () => {
  expect(tell(UP_TO_20, (input) => input % 2 === 0 && input > 3)).toBe(
    'Wrong only where it is even: in 9 of those 11 cases, and in none of the other 10.',
  )
})

test('says nothing where one wrong case lacks it, where few are wrong, and where most cases have it', () => {
  expect(tell(UP_TO_20, (input) => input % 2 === 0 || input === 3)).toBeUndefined()
  expect(tell(UP_TO_20, (input) => input === 2 || input === 4)).toBeUndefined()
  expect(tell(UP_TO_20, (input) => input > 15)).toBeUndefined()
  expect(tell(UP_TO_20, () => true)).toBeUndefined()
})

test('says nothing of a trait where fewer than half of the cases that have it are wrong', () => {
  const upTo60 = Array.from({ length: 61 }, (_, at) => at)
  const tellUpTo = (last: number) => tell(upTo60, (input) => input % 2 === 0 && input < last)
  expect(tellUpTo(40)).toMatch(/in 20 of those 31 cases/)
  expect(tellUpTo(20)).toBeUndefined()
})

test('what is told is true of the cases, whatever they are', () => {
  const wrongs = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1 })
  fc.assert(
    fc.property(wrongs, (wrong) => {
      const told = tell(UP_TO_20, (input) => wrong.includes(input))
      if (told === undefined) return
      const [, clause = ''] = /where (.*): in/.exec(told) ?? []
      const trait = TRAITS.find(({ text }) => text.en === clause)
      expect(wrong.every((input) => trait?.holds(input))).toBe(true)
      expect(told).toContain(`in ${wrong.length} of`)
    }),
  )
})
