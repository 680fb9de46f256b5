import type { Card } from '../core/card.ts'
import type { CardState } from '../core/card-state.ts'
import { type Instant, type Moment, studyDayOf } from '../core/day.ts'
import type { CardChange, CardEvent, EventId } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import type { Answer } from '../core/interview.ts'
import type { SeenMemory } from '../core/memory.ts'
import { RATINGS, type Rating } from '../core/rating.ts'
import { afterChange, nextCard, putFirst, remaining, type Session, without } from '../core/session.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { openSession, type ReviewMode, type ReviewOptions } from './open-session.ts'
import { recordCard } from './record-card.ts'

/** A review session as a value: each verb below takes one and returns the next. */
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
  | Asked<'asking'>
  | (Asked<'revealed'> & { readonly previews: Previews; readonly shownAt: Moment })
  | { readonly kind: 'finished'; readonly laterAt: Instant | undefined }

interface Asked<Kind extends string> {
  readonly kind: Kind
  readonly card: Card
  readonly state: CardState
  /** For `faceOf`: the same until the card is answered. */
  readonly seed: string
  readonly askedAt: Instant
}

/** The memory that each rating would store. */
export type Previews = { readonly [R in Rating]: SeenMemory }

interface Done {
  readonly event: EventId
  readonly change: CardEvent
}

/** A pause longer than this is not thinking about the card. */
const LONGEST_ANSWER_MS = 5 * 60_000

export function startReview(deps: Deps, options: ReviewOptions): Review {
  const now = deps.now()
  const session = openSession(deps, options, now)
  return ask(deps, { session, done: [], answers: [], mode: options.mode, startedAt: now.at })
}

/** The same session, with what these options now give. */
export function goOnWith(deps: Deps, { done, answers, startedAt }: Review, options: ReviewOptions): Review {
  return { ...startReview(deps, options), done, answers, startedAt }
}

/** Ends it before its time; what is undone or looked at again goes on. */
export function stopReview(review: Review): Review {
  return { ...review, current: { kind: 'finished', laterAt: undefined } }
}

export function cardsLeft({ session }: Review): number {
  return remaining(session)
}

/** Shows the answer, and what each rating would store. */
export function revealAnswer(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind !== 'asking') return review
  const shownAt = deps.now()
  const { next } = schedulersIn(deps).cards
  const previews = Object.fromEntries(
    RATINGS.map((rating) => [rating, next(current.card.id, current.state.memory, rating, shownAt)]),
  ) as Previews
  return { ...review, current: { ...current, kind: 'revealed', previews, shownAt } }
}

/** Durable when it returns. A card that was answered elsewhere meanwhile is asked anew. */
export function answerCard(deps: Deps, review: Review, rating: Rating): Review {
  const { current } = review
  if (current.kind !== 'revealed') return review
  const durationMs = Math.min(LONGEST_ANSWER_MS, Math.max(0, deps.now().at - current.askedAt))
  if (review.mode === 'cram') return afterCramAnswer(deps, review, { card: current.card, rating, durationMs })
  const asked = review.mode === 'interview' ? ({ interview: true } as const) : {}
  const change = { kind: 'review', rating, durationMs, ...asked } as const
  return record(deps, review, current, change, momentOfAnswer(deps.now(), current.shownAt))
}

export function suspendCard(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind === 'finished') return review
  return record(deps, review, current, { kind: 'suspend', suspended: true }, deps.now())
}

/** Not shown again today. */
export function buryCard(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind === 'finished') return review
  const now = deps.now()
  return record(deps, review, current, { kind: 'bury', day: studyDayOf(now) }, now)
}

/** What `undoLast` takes back. */
export interface Undoable {
  readonly event: EventId
  readonly change: CardEvent
  /** Not of this session. */
  readonly isEarlier: boolean
}

/** The latest change that was made on this device: of this session, or of one before. A cram recorded nothing. */
export function latestUndoable({ store }: Deps, { done, mode }: Review): Undoable | undefined {
  if (mode === 'cram') return undefined
  const last = done.at(-1)
  if (last) return { event: last.event, change: last.change, isEarlier: false }
  const earlier = store.latestOwnChange()
  return earlier && { event: earlier.id, change: earlier, isEarlier: true }
}

/** Takes the latest change back and asks that card again. Throws a Problem when the card was changed elsewhere since. */
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

/** Asks the current card again from what is stored and written now: after an edit, or at a new study day. */
export function askAgain(deps: Deps, review: Review): Review {
  return ask(
    deps,
    review.current.kind === 'finished'
      ? review
      : { ...review, session: putFirst(review.session, review.current.card.id) },
  )
}

function record(
  deps: Deps,
  review: Review,
  { card, state }: Asked<string>,
  change: CardChange,
  now: Moment,
): Review {
  const result = recordCard(deps, card, change, now, state)
  const session = sessionAfter(review, card.id, change, result.state)
  if (result.kind === 'stale') return ask(deps, { ...review, session })
  return ask(deps, {
    ...review,
    session,
    done: [...review.done, { event: result.event, change: { ...change, card: card.id } }],
    answers: change.kind === 'review' ? [...review.answers, { card, ...change }] : review.answers,
  })
}

/** An interviewer asks nothing twice. */
function sessionAfter(
  { session, mode }: Review,
  card: CardId,
  change: CardChange,
  state: CardState,
): Session {
  const isGone = change.kind === 'bury' || mode === 'interview'
  return isGone ? without(session, card) : afterChange(session, card, state)
}

/** The interval that a key showed is the one that is stored, also when the day turned over between the two. */
function momentOfAnswer(now: Moment, shownAt: Moment): Moment {
  return studyDayOf(now) === studyDayOf(shownAt) ? now : shownAt
}

function ask(deps: Deps, review: Omit<Review, 'current'>): Review {
  const { at } = deps.now()
  const next = nextCard(review.session, at)
  if (next.kind === 'finished') return { ...review, current: next }
  const card = deps.content.cards.get(next.card)
  // A deck that was mended while the session ran may have lost the card.
  if (card === undefined) return ask(deps, { ...review, session: without(review.session, next.card) })
  const state = deps.store.card(card.id)
  const reps = state.memory.kind === 'new' ? 0 : state.memory.reps
  return { ...review, current: { kind: 'asking', card, state, seed: `${card.id}:${reps}`, askedAt: at } }
}

function afterCramAnswer(deps: Deps, review: Review, answer: Answer): Review {
  const { id } = answer.card
  const { waiting, learning } = without(review.session, id)
  const session = answer.rating === 'again' ? { waiting: [...waiting, id], learning } : { waiting, learning }
  return ask(deps, { ...review, session, answers: [...review.answers, answer] })
}
