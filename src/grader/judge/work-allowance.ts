import type { Case } from '../cases/case.ts'
import { type Combination, nameOf } from '../cases/combination.ts'
import { sizeOfCase } from '../cases/load-grader.ts'
import type { AnswerWith } from '../cases/prepare-exercise.ts'
import { valueSize } from '../cases/value-size.ts'

/** How much may still be done, counted alike on a fast machine and on a slow one. */
export interface WorkAllowance {
  readonly isOpen: () => boolean
  /** The same answers, each of them counted. */
  readonly counted: (answer: AnswerWith) => AnswerWith
}

/** To call an implementation and to copy its arguments is worth about so many numbers. */
const CALL = 20
/**
 * Sets of so few choices are asked for again and again: most of their answers are looked up, and only compared; so are
 * those of larger ones the second time.
 */
const OFTEN_ASKED = 2
const LOOK_UP_SHARE = 0.25

/** @param limit in numbers that the implementations take and return */
export function createAllowance(limit: number): WorkAllowance {
  const sizes = new WeakMap<Case, number>()
  const asked = new WeakMap<Case, Set<string>>()
  let left = limit

  function workOn(one: Case): number {
    return CALL + sizes.getOrInsertComputed(one, () => sizeOfCase(one) + valueSize(one.expected))
  }

  function isLookedUp(made: Combination, to: Case): boolean {
    if (made.length <= OFTEN_ASKED) return true
    const names = asked.getOrInsertComputed(to, () => new Set<string>())
    const name = nameOf(made)
    if (names.has(name)) return true
    names.add(name)
    return false
  }

  return {
    isOpen: () => left > 0,
    counted: (answer) => (made, to) => {
      left -= isLookedUp(made, to) ? LOOK_UP_SHARE * workOn(to) : workOn(to)
      return answer(made, to)
    },
  }
}
