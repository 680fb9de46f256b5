import type { Card } from '../core/card.ts'
import { firstInOrder } from '../core/first-in-order.ts'
import type { MarkedCard } from '../core/memory.ts'
import type { Deps } from './deps.ts'

/** A card that no queue asks, or that is a leech. */
export interface KeptBackCard extends Omit<MarkedCard, 'card'> {
  readonly id: MarkedCard['card']
  /** Undefined where no deck has it any more. */
  readonly card: Card | undefined
}

/** Those that are suspended first, and by their ids. */
export function listKeptBack(deps: Deps): readonly KeptBackCard[] {
  return deps.store.memories.marked().map((marked) => withText(deps, marked))
}

/** Those that were forgotten most often. */
export function worstLeeches(deps: Deps, count: number): readonly KeptBackCard[] {
  const leeches = deps.store.memories.marked().filter(({ leech }) => leech)
  const worst = firstInOrder(leeches, count, (one, other) => other.lapses - one.lapses)
  return worst.map((marked) => withText(deps, marked))
}

function withText({ content }: Deps, { card, ...marks }: MarkedCard): KeptBackCard {
  return { id: card, ...marks, card: content.cards.get(card) }
}
