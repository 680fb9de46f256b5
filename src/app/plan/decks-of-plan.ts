import type { ListedDeck } from '../../core/card.ts'
import type { Deps } from '../deps.ts'
import { decksCalled, isCalled } from '../named-decks.ts'

/** The decks of these names, as far as there still are such. */
export function decksOfPlan(deps: Deps, topics: readonly string[]): readonly ListedDeck[] {
  const { decks } = deps.content
  const still = topics.filter((name) => decks.some((deck) => isCalled(deck, name)))
  return decksCalled(deps, still)
}
