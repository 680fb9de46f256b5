import { isDeepStrictEqual } from 'node:util'
import { UNSEEN_CARD } from '../core/card-state.ts'
import { dateOf } from '../core/day.ts'
import type { ParametersByScope } from '../core/parameters-by-scope.ts'
import { foldWhole } from './refold.ts'
import type { Tables } from './tables.ts'

/**
 * Cards, exercises, settings, interviews, scopes of parameters and days whose stored state is not what the
 * log says. Holds one state a card, and no event.
 */
export function findDrift({ log, projections }: Tables, onEntry?: () => void): readonly string[] {
  const folded = foldWhole(log, onEntry)
  const days = [...folded.days].map(([day, totals]) => [dateOf(day), totals] as const)
  const storedDays = [...projections.days()].map(([day, totals]) => [dateOf(day), totals] as const)
  return [
    ...differingCards(),
    ...differing(projections.exercises(), folded.exercises),
    ...differing(projections.settings(), folded.settings),
    ...differing(projections.interviews.all(), folded.interviews),
    ...differing(byScope(projections.parameters()), byScope(folded.parameters)),
    ...differing(new Map(storedDays), new Map(days)),
  ]

  /** A card of which no event stands is as good as one without a row. */
  function differingCards(): readonly string[] {
    const drifted = [...folded.cards].filter(([id, state]) => !isDeepStrictEqual(projections.card(id), state))
    const strangers = projections
      .cardIds()
      .filter((id) => folded.cards.get(id) === undefined)
      .filter((id) => !isDeepStrictEqual(projections.card(id), UNSEEN_CARD))
    return [...drifted.map(([id]) => id), ...strangers]
  }
}

function byScope(parameters: ParametersByScope) {
  return new Map(Object.entries(parameters))
}

function differing<Value>(
  stored: ReadonlyMap<string, Value>,
  folded: ReadonlyMap<string, Value>,
): readonly string[] {
  const keys = new Set([...stored.keys(), ...folded.keys()])
  return [...keys].filter((key) => !isDeepStrictEqual(stored.get(key), folded.get(key)))
}
