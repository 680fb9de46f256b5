import type { WrongChoice } from '../../kit/rules.ts'
import type { Case } from '../cases/case.ts'
import type { Combination } from '../cases/combination.ts'
import { goTogether, inOrder, subsets } from './combinations.ts'
import { agree } from './compare.ts'
import type { Matching } from './matching.ts'

/** In a set of so many choices, one that changes nothing beside any two of the others is taken to change nothing. */
const SET = 4
const OTHERS = 2

/**
 * Which choices of a set change something in a case: alone, beside one or two others of it, or beside one and a free
 * one. Its answer is that of these alone, but for what only four together bring about; so of sets of which a case
 * shows the same, one is tried.
 */
export function openShownChoices(
  { rules: { choices }, answer }: Matching,
  at: Case,
  free: Combination,
): (made: Combination) => Combination {
  const known = new Map<number, boolean>()
  const places = new Map(choices.map((choice, place) => [choice, place + 1]))

  /** A number: it is asked millions of times, of few choices each. */
  function keyOf(one: WrongChoice, base: Combination): number {
    let key = places.get(one) ?? 0
    for (const choice of base) key = key * (choices.length + 1) + (places.get(choice) ?? 0)
    return key
  }

  function changes(one: WrongChoice, base: Combination): boolean {
    const key = keyOf(one, base)
    const before = known.get(key)
    if (before !== undefined) return before
    const does = goTogether([one], base) && differ(base, inOrder(choices, [...base, one]))
    known.set(key, does)
    return does
  }

  function differ(some: Combination, more: Combination): boolean {
    const [before, after] = [answer(some, at), answer(more, at)]
    if (before === undefined || after === undefined) return before !== after
    return !agree(before, after, { kind: 'exact' })
  }

  function isShown(one: WrongChoice, others: Combination): boolean {
    for (let size = 0; size <= OTHERS; size++)
      for (const some of subsets(others, size)) if (changes(one, some)) return true
    const beside = (more: WrongChoice) =>
      changes(one, [more]) ||
      others.some((other) => goTogether([more], [other]) && changes(one, inOrder(choices, [other, more])))
    return free.some(beside)
  }

  return (made) =>
    made.length < SET
      ? made
      : made.filter((one) =>
          isShown(
            one,
            made.filter((other) => other !== one),
          ),
        )
}
