import type { MemoryByRating } from '../core/balance/balance-days.ts'
import type { Card } from '../core/card.ts'
import type { CardState } from '../core/card-state.ts'
import type { Instant, Moment } from '../core/day.ts'
import type { CardEvent, EventId } from '../core/event.ts'
import type { Answer } from '../core/interview.ts'
import { repsOf } from '../core/memory.ts'
import { nextCard, putFirst, remaining, type Session, without } from '../core/session.ts'
import type { Deps } from './deps.ts'
import type { ReviewMode } from './open-session.ts'

/** A review session as a value: each verb takes one and returns the next. */
export interface Review {
  readonly session: Session
  readonly current: Current
  /** What an undo takes back, the latest last. */
  readonly done: readonly Done[]
  /** Undone ones left out. */
  readonly answers: readonly Answer[]
  readonly mode: ReviewMode
  readonly startedAt: Instant
}

export type Current =
  | AskedCard<'asking'>
  | (AskedCard<'revealed'> & { readonly previews: MemoryByRating; readonly shownAt: Moment })
  | { readonly kind: 'finished'; readonly laterAt: Instant | undefined }

export interface AskedCard<Kind extends string> {
  readonly kind: Kind
  readonly card: Card
  readonly state: CardState
  /** For `faceOf`: the same until the card is answered. */
  readonly seed: string
  readonly askedAt: Instant
}

interface Done {
  readonly event: EventId
  readonly change: CardEvent
}

/** Ends it before its time; what is undone or looked at again goes on. */
export function stopReview(review: Review): Review {
  return { ...review, current: { kind: 'finished', laterAt: undefined } }
}

export function cardsLeft({ session }: Review): number {
  return remaining(session)
}

/** Asks the current card again from what is stored and written now: after an edit, or at a new study day. */
export function askAgain(deps: Deps, review: Review): Review {
  return ask(
    deps,
    review.current.kind === 'finished'
      ? review
      : { ...review, session: putFirst(review.session, review.current.card.id) },
  )
}

/** Turns to the card that is next. */
export function ask(deps: Deps, review: Omit<Review, 'current'>): Review {
  const { at } = deps.now()
  const next = nextCard(review.session, at)
  if (next.kind === 'finished') return { ...review, current: next }
  const card = deps.content.cards.get(next.card)
  // A deck that was mended while the session ran may have lost the card.
  if (card === undefined) return ask(deps, { ...review, session: without(review.session, next.card) })
  const state = deps.store.card(card.id)
  const seed = `${card.id}:${repsOf(state.memory)}`
  return { ...review, current: { kind: 'asking', card, state, seed, askedAt: at } }
}
