import type { Card, Deck } from '../core/card.ts'
import type { Fault } from '../core/fault.ts'
import type { CardId } from '../core/ids.ts'

/** The deck without the cards that another has. */
export function keepOnly(deck: Deck, cards: ReadonlyMap<CardId, Card>): Deck {
  return { ...deck, cards: deck.cards.filter((card) => cards.get(card.id) === card) }
}

/** The cards by their ids; of two with the same one the first stays and the other is added to the faults. */
export function collectCards(decks: readonly Deck[], faults: Fault[]): Map<CardId, Card> {
  const cards = new Map<CardId, Card>()
  const pathOf = new Map<CardId, string>()
  for (const deck of decks) {
    for (const card of deck.cards) {
      const before = cards.get(card.id)
      if (before === undefined) {
        cards.set(card.id, card)
        pathOf.set(card.id, deck.path)
      } else if (card.note === card.id) {
        const place = `${pathOf.get(card.id)}:${before.line}`
        faults.push({
          path: deck.path,
          line: card.line,
          message: {
            en: `The id ${card.id} is already used in ${place}; give this note another.`,
            zh: `id ${card.id} 已用于 ${place}；请给这条笔记换一个。`,
          },
        })
      }
    }
  }
  return cards
}
