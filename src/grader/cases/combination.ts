import type { Choice, Mistake, Rules } from '../../kit/rules.ts'

export type AnyRules = Rules<readonly unknown[], unknown>

/** Choices made at once, no two in one rule; with none of them it is the right implementation. */
export type Combination = readonly Choice[]

/** A wrong choice that has words. */
export type NamedChoice = Choice & { readonly mistake: Mistake }

export function namedIn(combination: Combination): readonly NamedChoice[] {
  return combination.filter((choice): choice is NamedChoice => choice.mistake !== undefined)
}

/** Such as `plus-one+ties-reversed`. */
export function nameOf(combination: Combination): string {
  return combination.map(({ id }) => id).join('+')
}
