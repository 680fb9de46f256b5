import { isArray, type NdArray, type Value } from '../../core/value.ts'
import type { Tried } from '../cases/case.ts'
import { identical } from './examine-case.ts'

/** In so many cases they should differ, and are no zeros: nothing is said of what nobody has written yet. */
const ENOUGH = 3

/**
 * Fields of the result that held the same numbers whatever was asked, though they should not: as two names of one
 * array do. Undefined where there are none.
 */
export function sameNumbers(tried: readonly Tried[]): readonly string[] | undefined {
  const answers = tried.flatMap(({ case: { expected }, outcome }) =>
    outcome.kind === 'wrong' || outcome.kind === 'passed'
      ? [{ expected: arraysIn(expected), got: arraysIn(outcome.got) }]
      : [],
  )
  const names = Object.keys(answers[0]?.expected ?? {})
  const groups = names.map((one, at) => [one, ...names.slice(at + 1).filter((other) => areOne(one, other))])
  return groups.find(({ length }) => length > 1)

  function areOne(one: string, other: string): boolean {
    const isSame = ({ [one]: a, [other]: b }: Arrays) => a !== undefined && b !== undefined && identical(a, b)
    const telling = answers.filter(({ expected, got }) => !isSame(expected) && got[one]?.data.some(Boolean))
    return telling.length >= ENOUGH && answers.every(({ got }) => isSame(got))
  }
}

interface Arrays {
  readonly [field: string]: NdArray | undefined
}

function arraysIn(value: Value): Arrays {
  if (typeof value !== 'object' || isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (isArray(part) ? [[name, part]] : [])),
  )
}
