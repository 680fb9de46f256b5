import type { CardState } from '../core/card-state.ts'
import type { CardChange } from '../core/event.ts'
import { cardId } from '../core/ids.ts'
import type { SeenMemory } from '../core/memory.ts'
import { Problem } from '../core/problem.ts'
import type { Rating } from '../core/rating.ts'
import type { Deps } from './deps.ts'

/** Records one review of a card outside a session; durable when it returns. */
export function answerOne(deps: Deps, id: string, rating: Rating): SeenMemory {
  const { memory } = change(deps, id, { kind: 'review', rating, durationMs: 0 })
  if (memory.kind === 'new') throw new Error(`${id} is new after a review`)
  return memory
}

/** Keeps a card out of every queue, or takes it up again. */
export function setSuspended(deps: Deps, id: string, suspended: boolean): void {
  change(deps, id, { kind: 'suspend', suspended })
}

function change(deps: Deps, id: string, body: CardChange): CardState {
  const known = cardId(id)
  const card = known && deps.content.cards.get(known)
  if (card === undefined) {
    throw new Problem(`There is no card "${id}".`, {
      remedy: 'See `anneal review --json` for the ids of today.',
    })
  }
  const recorded = deps.store.recordCard(card.id, body, deps.now(), deps.store.card(card.id))
  if (recorded.kind === 'recorded') return recorded.state
  throw new Problem(`${id} was changed elsewhere at the same time.`, { remedy: 'Try again.' })
}
