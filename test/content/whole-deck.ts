import { titleOf } from '../../src/content/content.ts'
import type { ListedDeck } from '../../src/core/card.ts'

/** A deck with all that it answers, to be compared. */
export function wholeDeck(deck: ListedDeck) {
  const { cards, size, digest } = deck
  const after = Object.fromEntries(cards.map((card) => [card, deck.after(card)]))
  return { ...titleOf(deck), cards, size, digest, after }
}
