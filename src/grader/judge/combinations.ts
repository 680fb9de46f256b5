import type { WrongChoice } from '../../kit/rules.ts'
import { type AnyRules, type Combination, namedIn } from '../cases/combination.ts'

/** At most; whatever is free comes on top. */
export const MOST_MISTAKES = 4
/** How many free choices may show at once. */
const MOST_FREE = 3
/** A profile has a name, and so it is as likely as two mistakes. */
const PROFILE_COUNTS = 2

/** All sets of choices that count as so many mistakes, without the free ones. */
export function* combinations({ choices, profiles }: AnyRules, size: number): Generator<Combination> {
  const counted = choices.filter(({ isFree }) => !isFree)
  yield* subsets(counted, size)
  for (const { of } of profiles) {
    const members = choices.filter(({ id }) => of.includes(id))
    const rest = counted.filter(({ rule }) => members.every((member) => member.rule !== rule))
    for (const more of subsets(rest, size - PROFILE_COUNTS)) yield inOrder(choices, [...members, ...more])
  }
}

/** Every set of these free choices: those with the fewest mistakes first, then the smallest. */
export function freeSets(free: readonly WrongChoice[]): readonly Combination[] {
  const sets = Array.from({ length: MOST_FREE + 1 }, (_, size) => [...subsets(free, size)]).flat()
  return sets.toSorted((one, other) => namedIn(one).length - namedIn(other).length)
}

/** Whether both can be made at once. */
export function goTogether(one: Combination, other: Combination): boolean {
  return one.every(({ rule }) => other.every((choice) => choice.rule !== rule))
}

/** In the order of the table, so that what is made of the same choices has one name. */
export function inOrder(choices: readonly WrongChoice[], made: Combination): Combination {
  return choices.filter((choice) => made.includes(choice))
}

/** No two choices of a set are of one rule. */
export function* subsets(choices: readonly WrongChoice[], size: number, from = 0): Generator<Combination> {
  if (size < 0) return
  if (size === 0) yield []
  for (let at = from; size > 0 && at < choices.length; at++) {
    const first = choices[at] as WrongChoice
    for (const rest of subsets(choices, size - 1, at + 1)) {
      if (rest.every(({ rule }) => rule !== first.rule)) yield [first, ...rest]
    }
  }
}
