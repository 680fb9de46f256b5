import type { Deck, ListedDeck } from '../../core/card.ts'
import { cardsOf } from '../deck-cards.ts'
import type { Deps } from '../deps.ts'

/** Decks with their texts. Where the learner's own deck is called like one of the program's, both are one. */
export function* wholeDecks(deps: Deps, decks: readonly ListedDeck[]): Generator<Deck> {
  for (const [first, ...rest] of Map.groupBy(decks, ({ name }) => name).values()) {
    if (first !== undefined)
      yield { ...first, cards: [first, ...rest].flatMap((deck) => cardsOf(deps, deck)) }
  }
}

/** So many decks a reader finds. */
export function deckNames(decks: readonly ListedDeck[]): readonly string[] {
  return [...new Set(decks.map(({ name }) => name))]
}
