import type { Card, ListedDeck } from '../core/card.ts'
import type { CardId } from '../core/ids.ts'
import type { Deps } from './deps.ts'

/** The cards of a deck, with their texts. */
export function cardsOf({ content }: Pick<Deps, 'content'>, { cards }: ListedDeck): readonly Card[] {
  return cards.flatMap((id) => content.cards.get(id) ?? [])
}

export function idsIn(decks: readonly ListedDeck[]): ReadonlySet<CardId> {
  return new Set(decks.flatMap(({ cards }) => cards))
}
