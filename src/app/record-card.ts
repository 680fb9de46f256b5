import type { Card } from '../core/card.ts'
import type { CardState } from '../core/card-state.ts'
import type { Moment } from '../core/day.ts'
import type { CardChange } from '../core/event.ts'
import type { SeenMemory } from '../core/memory.ts'
import type { CardRecorded } from '../store/create-store.ts'
import type { Deps } from './deps.ts'
import { keepIdentity } from './keep-identity.ts'

/**
 * Durable when it returns; a card of which more than today hangs on it is then known by more than its text.
 * `seen` is the state on which the learner decided; `wanted`: the memory that a review was said to store.
 */
export function recordCard(
  deps: Deps,
  card: Card,
  change: CardChange,
  now: Moment,
  seen: CardState,
  wanted?: SeenMemory,
): CardRecorded {
  const recorded = deps.store.recordCard(card.id, change, now, seen, wanted)
  if (recorded.kind === 'recorded' && change.kind !== 'bury') keepIdentity(deps, card)
  return recorded
}
