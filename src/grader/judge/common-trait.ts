import type { Text } from '../../core/locale.ts'
import type { Trait } from '../../kit/define-grader.ts'
import type { Case, Tried } from '../cases/case.ts'
import { onlyWhere } from '../words/sentences.ts'

export type AnyTrait = Trait<readonly unknown[]>

/** So rarely do the wrong cases share a trait that has nothing to do with the mistake. */
const CHANCE = 0.01
/** Of the cases that have the trait: where fewer are wrong, something else must come to it, and the trait misleads. */
const LEAST_SHARE = 0.5

/**
 * What all wrong cases have in common and few of the others have: where no mistake is known by its outputs,
 * that is where to look. Of several such traits the rarest; `undefined` where what is common to them may well
 * be chance. It counts and does not guess.
 */
export function commonTrait(
  tried: readonly Tried[],
  traits: readonly AnyTrait[],
  holds: (trait: AnyTrait, tried: Case) => boolean,
): Text | undefined {
  const wrong = tried.filter(({ outcome }) => outcome.kind !== 'passed')
  const shared = traits
    .filter((trait) => wrong.every((one) => holds(trait, one.case)))
    .map((trait) => ({ trait, cases: tried.filter((one) => holds(trait, one.case)).length }))
    .filter(({ cases }) => wrong.length >= LEAST_SHARE * cases)
    .filter(({ cases }) => chanceOf(wrong.length, cases, tried.length) <= CHANCE)
  const [rarest] = shared.sort((one, other) => one.cases - other.cases)
  if (rarest === undefined) return undefined
  const { trait, cases } = rarest
  return onlyWhere(trait.text, { wrong: wrong.length, cases, others: tried.length - cases })
}

/** That so many cases drawn from all would happen to lie among those that have the trait: hypergeometric. */
function chanceOf(wrong: number, cases: number, all: number): number {
  let chance = 1
  for (let drawn = 0; drawn < wrong; drawn++) chance *= (cases - drawn) / (all - drawn)
  return chance
}
