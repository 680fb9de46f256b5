import type { Deps } from './deps.ts'
import { isRecorded } from './open-session.ts'
import type { Review } from './review.ts'

/** What the learner did not expect of an answer. */
export type AnswerNews = 'answered-elsewhere' | 'became-leech'

export function newsOfAnswer({ store }: Deps, before: Review, after: Review): AnswerNews | undefined {
  if (!isRecorded(before.mode) || before.current.kind === 'finished') return undefined
  if (after.done.length === before.done.length) return 'answered-elsewhere'
  const { card, state } = before.current
  return store.card(card.id).suspended && !state.suspended ? 'became-leech' : undefined
}
