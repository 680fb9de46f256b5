import type { CardEvent, EventId } from '../core/event.ts'
import { putFirst } from '../core/session.ts'
import type { Deps } from './deps.ts'
import { isRecorded } from './open-session.ts'
import { ask, type Review } from './review.ts'

/** What `undoLast` takes back. */
export interface Undoable {
  readonly event: EventId
  readonly change: CardEvent
  /** Not of this session. */
  readonly isEarlier: boolean
}

/**
 * The latest change that was made on this device: of this session, or of one before. One out of turn recorded
 * nothing.
 */
export function latestUndoable({ store }: Deps, { done, mode }: Review): Undoable | undefined {
  if (!isRecorded(mode)) return undefined
  const last = done.at(-1)
  if (last) return { event: last.event, change: last.change, isEarlier: false }
  const earlier = store.latestOwnChange()
  return earlier && { event: earlier.id, change: earlier, isEarlier: true }
}

/** Takes the latest change of this device back, outside a review; undefined where there is none. */
export function undoLatest({ store, now }: Deps): CardEvent | undefined {
  const latest = store.latestOwnChange()
  if (latest) store.undo(latest.id, now())
  return latest
}

/**
 * Takes the latest change back and asks that card again. Throws a Problem when the card was changed elsewhere
 * since.
 */
export function undoLast(deps: Deps, review: Review): Review {
  const last = latestUndoable(deps, review)
  if (last === undefined) return review
  deps.store.undo(last.event, deps.now())
  const isOurAnswer = last.change.kind === 'review' && !last.isEarlier
  return ask(deps, {
    ...review,
    session: putFirst(review.session, last.change.card),
    done: review.done.slice(0, -1),
    answers: isOurAnswer ? review.answers.slice(0, -1) : review.answers,
  })
}
