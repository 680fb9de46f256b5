import { cardId } from '../core/ids.ts'
import type { SeenMemory } from '../core/memory.ts'
import { Problem } from '../core/problem.ts'
import type { Rating } from '../core/rating.ts'
import type { Deps } from './deps.ts'

/** Records one review of a card outside a session; durable when it returns. */
export function answerOne(deps: Deps, id: string, rating: Rating): SeenMemory {
  const known = cardId(id)
  const card = known && deps.content.cards.get(known)
  if (card === undefined) {
    throw new Problem(`There is no card "${id}".`, {
      remedy: 'See `anneal review --json` for the ids of today.',
    })
  }
  const change = { kind: 'review', rating, durationMs: 0 } as const
  const recorded = deps.store.recordCard(card.id, change, deps.now(), deps.store.card(card.id))
  if (recorded.kind === 'stale') {
    throw new Problem(`${id} was answered elsewhere at the same time.`, { remedy: 'Try again.' })
  }
  if (recorded.state.memory.kind === 'new') throw new Error(`${id} is new after a review`)
  return recorded.state.memory
}
