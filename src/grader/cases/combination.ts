import type { Mistake, Rules, WrongChoice } from '../../kit/rules.ts'

export type AnyRules = Rules<readonly unknown[], unknown>

/** Choices made at once, no two in one rule; with none of them it is the right implementation. */
export type Combination = readonly WrongChoice[]

/** A wrong choice that has words. */
export type NamedChoice = WrongChoice & { readonly mistake: Mistake }

export function namedIn(combination: Combination): readonly NamedChoice[] {
  return combination.filter((choice): choice is NamedChoice => choice.mistake !== undefined)
}

/** Such as `plus-one+ties-reversed`. */
export function nameOf(combination: Combination): string {
  return combination.map(({ id }) => id).join('+')
}
