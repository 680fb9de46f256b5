import type { CardState } from '../core/card-state.ts'
import { studyDayOf } from '../core/day.ts'
import type { CardChange } from '../core/event.ts'
import { cardId } from '../core/ids.ts'
import type { SeenMemory } from '../core/memory.ts'
import { Problem } from '../core/problem.ts'
import type { Rating } from '../core/rating.ts'
import type { Deps } from './deps.ts'
import { recordCard } from './record-card.ts'

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

/** Not shown again today. */
export function buryOne(deps: Deps, id: string): void {
  change(deps, id, { kind: 'bury', day: studyDayOf(deps.now()) })
}

function change(deps: Deps, id: string, body: CardChange): CardState {
  const known = cardId(id)
  const card = known && deps.content.cards.get(known)
  if (card === undefined) {
    throw new Problem(
      { en: `There is no card "${id}".`, zh: `没有 id 为“${id}”的卡片。` },
      {
        remedy: {
          en: 'See `anneal review --json` for the ids of today.',
          zh: '今天的卡片 id 见 `anneal review --json`。',
        },
      },
    )
  }
  const recorded = recordCard(deps, card, body, deps.now(), deps.store.card(card.id))
  if (recorded.kind === 'recorded') return recorded.state
  throw new Problem(
    { en: `${id} was changed elsewhere at the same time.`, zh: `${id} 同时在别处被改动。` },
    { remedy: { en: 'Try again.', zh: '请再试一次。' } },
  )
}
