import type { Deps } from './deps.ts'
import { openSession, type ReviewOptions } from './open-session.ts'
import type { QueueLine } from './today-queue.ts'

/** What a session out of turn (a cram, an interview, study ahead) might ask. */
export function listSession(deps: Deps, options: ReviewOptions): readonly QueueLine[] {
  const { store, content } = deps
  return openSession(deps, options, deps.now()).waiting.map((card) => ({
    card,
    deck: content.cards.deckOf(card)?.name ?? '',
    kind: store.card(card).memory.kind === 'new' ? 'new' : 'review',
  }))
}
