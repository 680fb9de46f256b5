import type { CardId } from './ids.ts'

/** New cards of one deck, in its order. */
export interface NewCards {
  readonly cards: Iterable<CardId>
  /** Cards to be known first, of those cards that have any. */
  readonly after: { readonly [card: CardId]: readonly CardId[] }
}

/**
 * The first `count` new cards to ask: turn by turn from each deck, in the deck's order, but none before the cards that should be
 * known first. Cards in a cycle of prerequisites come last rather than never. Takes no more of the decks than it needs.
 * @param isWaiting whether a card is one of the new ones
 */
export function orderNewCards(
  decks: readonly NewCards[],
  isWaiting: (id: CardId) => boolean,
  count: number,
): readonly CardId[] {
  const placed = new Set<CardId>()
  const isReady = (after: readonly CardId[]) => after.every((id) => placed.has(id) || !isWaiting(id))
  const turns = decks.map((deck) => createTurns(deck, isReady))

  for (let before = -1; before < placed.size && placed.size < count; ) {
    before = placed.size
    for (const turn of turns) {
      if (placed.size === count) break
      const card = turn.next()
      if (card !== undefined) placed.add(card)
    }
  }
  return [...placed, ...turns.flatMap((turn) => turn.held())].slice(0, count)
}

/** Gives a deck's next card that is ready, and holds back those before it that are not. */
function createTurns({ cards, after }: NewCards, isReady: (after: readonly CardId[]) => boolean) {
  const ahead = cards[Symbol.iterator]()
  const held: CardId[] = []
  return {
    next(): CardId | undefined {
      const at = held.findIndex((card) => isReady(after[card] ?? []))
      if (at >= 0) return held.splice(at, 1)[0]
      for (let { done, value } = ahead.next(); !done; { done, value } = ahead.next()) {
        if (isReady(after[value] ?? [])) return value
        held.push(value)
      }
      return undefined
    },
    held: (): readonly CardId[] => held,
  }
}
