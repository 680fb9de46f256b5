import type { Card } from '../core/card.ts'
import type { MarkedCard } from '../core/memory.ts'
import type { Deps } from './deps.ts'

/** A card that no queue asks, or that is a leech. */
export interface KeptBackCard extends Omit<MarkedCard, 'card'> {
  readonly id: MarkedCard['card']
  /** Undefined where no deck has it any more. */
  readonly card: Card | undefined
}

/** Those that are suspended first, and by their ids. */
export function listKeptBack({ store, content }: Deps): readonly KeptBackCard[] {
  return store.memories
    .marked()
    .map(({ card: id, ...marks }) => ({ id, ...marks, card: content.cards.get(id) }))
}
