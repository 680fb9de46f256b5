import type { Value } from '../../core/value.ts'
import type { Comparison } from '../../kit/define-grader.ts'
import type { Case, Tried } from '../cases/case.ts'
import type { AnyRules, Combination } from '../cases/combination.ts'
import type { AnswerWith } from '../cases/prepare-exercise.ts'
import { agree } from './compare.ts'

export interface Matching {
  readonly rules: AnyRules
  readonly comparison: Comparison
  readonly answer: AnswerWith
}

/** Whether an outcome could be theirs as well. */
export function explains(
  made: Combination,
  { case: at, outcome }: Tried,
  { answer, comparison }: Matching,
): boolean {
  switch (outcome.kind) {
    case 'passed':
    case 'wrong':
      // Also where it is right: what was expected may be just within the tolerance of the one and not of the other.
      return isSame(answer(made, at), outcome.got, comparison)
    default:
      // A crash or a wrong type on one input tells nothing about the values on another.
      return true
  }
}

/** Whether a case shows which of two sets of choices was made. */
export function tellsApart(
  one: Combination,
  other: Combination,
  at: Case,
  { answer, comparison }: Matching,
): boolean {
  const [first, second] = [answer(one, at), answer(other, at)]
  if (first === undefined || second === undefined) return first !== second
  return !agree(first, second, comparison)
}

function isSame(expected: Value | undefined, got: Value | undefined, comparison: Comparison): boolean {
  return expected !== undefined && got !== undefined && agree(expected, got, comparison)
}
