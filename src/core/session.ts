import type { CardState } from './card-state.ts'
import { type Instant, MINUTE_MS } from './day.ts'
import type { CardId } from './ids.ts'
import { isOnSteps } from './memory.ts'
import { type LearningCard, mainOrder, type Queue } from './queue.ts'

/** Which cards are still to come. The queue is built once; answers move cards within it. */
export interface Session {
  readonly waiting: readonly CardId[]
  /** By due time. */
  readonly learning: readonly LearningCard[]
}

export type Next =
  | { readonly kind: 'card'; readonly card: CardId }
  /** `laterAt`: when the next card on a step of minutes is due, too far ahead to wait for. */
  | { readonly kind: 'finished'; readonly laterAt: Instant | undefined }

/** With nothing else left, a card on a step of minutes is asked this early. */
const LEARN_AHEAD_MS = 20 * MINUTE_MS

/** `limit`: at most so many cards from the queue. */
export function startSession(queue: Queue, limit: number = Number.POSITIVE_INFINITY): Session {
  const learning = queue.learning.slice(0, limit)
  return { learning, waiting: mainOrder(queue).slice(0, limit - learning.length) }
}

export function nextCard({ waiting, learning }: Session, now: Instant): Next {
  const [first] = learning
  if (first && first.due <= now) return { kind: 'card', card: first.card }
  if (waiting[0] !== undefined) return { kind: 'card', card: waiting[0] }
  if (first && first.due <= now + LEARN_AHEAD_MS) return { kind: 'card', card: first.card }
  return { kind: 'finished', laterAt: first?.due }
}

/** The card left its place; on a step of minutes it comes again in this session. */
export function afterChange(session: Session, card: CardId, state: CardState): Session {
  const { waiting, learning } = without(session, card)
  const { memory, suspended } = state
  if (suspended || !isOnSteps(memory)) return { waiting, learning }
  const again = [...learning, { card, due: memory.due }]
  return { waiting, learning: again.sort((one, other) => one.due - other.due) }
}

/** The card is asked next: after an undo, or after a change that left it open. */
export function putFirst(session: Session, card: CardId): Session {
  const { waiting, learning } = without(session, card)
  return { waiting: [card, ...waiting], learning }
}

export function without({ waiting, learning }: Session, card: CardId): Session {
  return {
    waiting: waiting.filter((other) => other !== card),
    learning: learning.filter((other) => other.card !== card),
  }
}

export function remaining({ waiting, learning }: Session): number {
  return waiting.length + learning.length
}
