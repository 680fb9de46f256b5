import type { Card } from './card.ts'
import type { CardId } from './ids.ts'

/**
 * The first `count` new cards to ask: turn by turn from each deck, in the deck's order, but none before the cards that should be
 * known first. Cards in a cycle of prerequisites come last rather than never.
 */
export function orderNewCards(
  cards: readonly Card[],
  isSeen: (id: CardId) => boolean,
  count: number,
): readonly Card[] {
  const waiting = [...Map.groupBy(cards, (card) => card.deck).values()]
  const unplaced = new Set(cards.map((card) => card.id))
  const isReady = (card: Card) => card.after.every((id) => isSeen(id) || !unplaced.has(id))
  const ordered: Card[] = []

  for (let before = -1; before < ordered.length && ordered.length < count; ) {
    before = ordered.length
    for (const deck of waiting) {
      const at = deck.findIndex(isReady)
      if (at < 0) continue
      const [card] = deck.splice(at, 1)
      if (card === undefined) continue
      ordered.push(card)
      unplaced.delete(card.id)
    }
  }
  return [...ordered, ...waiting.flat()].slice(0, count)
}
