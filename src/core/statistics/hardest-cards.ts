import { firstInOrder } from '../first-in-order.ts'
import type { CardId } from '../ids.ts'
import type { LastingMemory } from '../memory.ts'

/** A card that was reviewed, and what is known of it. */
export interface LastingCard extends LastingMemory {
  readonly card: CardId
}

/** The most difficult first; of equally difficult ones what was forgotten more often, then by their names. */
export function hardestCards(cards: readonly LastingCard[], count: number): readonly LastingCard[] {
  return firstInOrder(cards, count, byHardness)
}

function byHardness(one: LastingCard, other: LastingCard): number {
  return (
    other.difficulty - one.difficulty ||
    other.lapses - one.lapses ||
    (one.card < other.card ? -1 : Number(one.card > other.card))
  )
}
