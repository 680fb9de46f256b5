import type { Card, Deck, ListedDeck } from '../../core/card.ts'
import type { CardId } from '../../core/ids.ts'
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

/** The cards of decks, one after the other, so that no more than a deck is held. */
export function* cardsIn(deps: Deps, decks: readonly ListedDeck[]): Generator<Card> {
  for (const deck of decks) yield* cardsOf(deps, deck)
}

export function idsIn(decks: readonly ListedDeck[]): ReadonlySet<CardId> {
  return new Set(decks.flatMap(({ cards }) => cards))
}

/** The first card of each note: what is the same for all of them is said of it. */
export function* notesIn(deps: Deps, decks: readonly ListedDeck[]): Generator<Card> {
  for (const deck of decks) {
    const seen = new Set<string>()
    for (const card of cardsOf(deps, deck)) {
      if (seen.has(card.note)) continue
      seen.add(card.note)
      yield card
    }
  }
}

function cardsOf({ content }: Deps, deck: ListedDeck): readonly Card[] {
  return deck.cards.flatMap((id) => content.cards.get(id) ?? [])
}
