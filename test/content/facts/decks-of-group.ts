import { loadContent } from '../../../src/content/load-content.ts'
import type { Card, ListedDeck } from '../../../src/core/card.ts'
import type { NumericCard } from '../../../src/core/numeric-card.ts'

const { decks, cards } = await loadContent({ builtIn: 'dist' })

/** The groups that hold at least one numeric card. */
export const numericGroups: readonly string[] = [
  ...new Set(decks.filter((deck) => textsOf(deck).some(isNumeric)).map(({ group }) => group)),
]

/** All cards of the shipped decks of one group. */
export function cardsOfGroup(group: string): readonly Card[] {
  return decks.filter((deck) => deck.group === group).flatMap(textsOf)
}

export function isNumeric(card: Card): card is Card & NumericCard {
  return card.kind === 'numeric'
}

function textsOf(deck: ListedDeck): readonly Card[] {
  return deck.cards.flatMap((id) => cards.get(id) ?? [])
}
