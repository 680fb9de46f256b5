import type { Card } from './card.ts'
import type { CardId } from './ids.ts'

/**
 * New cards turn by turn from each deck, in the deck's order, but none before the cards that should be known first.
 * Cards in a cycle of prerequisites come last rather than never.
 */
export function orderNewCards(cards: readonly Card[], isSeen: (id: CardId) => boolean): readonly Card[] {
  const waiting = new Map<string, Card[]>()
  for (const card of cards) waiting.set(card.deck, [...(waiting.get(card.deck) ?? []), card])
  const unplaced = new Set(cards.map((card) => card.id))
  const isReady = (card: Card) => card.after.every((id) => isSeen(id) || !unplaced.has(id))
  const ordered: Card[] = []

  let progress = true
  while (progress) {
    progress = false
    for (const [deck, queue] of waiting) {
      const card = queue.find(isReady)
      if (card === undefined) continue
      progress = true
      ordered.push(card)
      unplaced.delete(card.id)
      waiting.set(
        deck,
        queue.filter((other) => other !== card),
      )
    }
  }
  return [...ordered, ...[...waiting.values()].flat()]
}
