import type { Card } from '../core/card.ts'
import type { CardState } from '../core/card-state.ts'
import { type Instant, type Moment, studyDayOf } from '../core/day.ts'
import type { CardChange, EventId } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import type { SeenMemory } from '../core/memory.ts'
import { createRandom } from '../core/random.ts'
import { RATINGS, type Rating } from '../core/rating.ts'
import {
  afterChange,
  nextCard,
  putFirst,
  remaining,
  type Session,
  startSession,
  without,
} from '../core/session.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { cardsOf, type QueueOptions, todayQueue } from './today-queue.ts'

/** A review session as a value: each verb below takes one and returns the next. */
export interface Review {
  readonly session: Session
  readonly current: Current
  /** What an undo takes back, the latest last. */
  readonly done: readonly Done[]
  readonly answered: number
  /** Cram: nothing is recorded and the schedule is not touched. */
  readonly cram: boolean
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
  readonly card: CardId
  readonly isAnswer: boolean
}

export interface ReviewOptions extends QueueOptions {
  readonly limit: number | undefined
  readonly cram: boolean
}

/** A pause longer than this is not thinking about the card. */
const LONGEST_ANSWER_MS = 5 * 60_000

export function startReview(deps: Deps, options: ReviewOptions): Review {
  const now = deps.now()
  const session = options.cram
    ? { learning: [], waiting: cramOrder(deps, options, now) }
    : startSession(todayQueue(deps, options, now), options.limit)
  return ask(deps, { session, done: [], answered: 0, cram: options.cram })
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
  if (review.cram) return afterCramAnswer(deps, review, current.card.id, rating)
  const durationMs = Math.min(LONGEST_ANSWER_MS, Math.max(0, deps.now().at - current.askedAt))
  const change = { kind: 'review', rating, durationMs } as const
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

/** Takes the session's latest change back and asks that card again. Throws a Problem when the card was changed elsewhere since. */
export function undoLast(deps: Deps, review: Review): Review {
  const last = review.done.at(-1)
  if (last === undefined) return review
  deps.store.undo(last.event, deps.now())
  return ask(deps, {
    ...review,
    session: putFirst(review.session, last.card),
    done: review.done.slice(0, -1),
    answered: review.answered - Number(last.isAnswer),
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
  const result = deps.store.recordCard(card.id, change, now, state)
  if (result.kind === 'stale')
    return ask(deps, { ...review, session: afterChange(review.session, card.id, result.state) })
  const isAnswer = change.kind === 'review'
  const session =
    change.kind === 'bury'
      ? without(review.session, card.id)
      : afterChange(review.session, card.id, result.state)
  const done = [...review.done, { event: result.event, card: card.id, isAnswer }]
  return ask(deps, { ...review, session, done, answered: review.answered + Number(isAnswer) })
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

function cramOrder(deps: Deps, options: ReviewOptions, now: Moment): readonly CardId[] {
  const ids = cardsOf(deps, options.deck).map((card) => card.id)
  return createRandom(`cram:${now.at}`).shuffle(ids).slice(0, options.limit)
}

function afterCramAnswer(deps: Deps, review: Review, card: CardId, rating: Rating): Review {
  const { waiting, learning } = without(review.session, card)
  const session = rating === 'again' ? { waiting: [...waiting, card], learning } : { waiting, learning }
  return ask(deps, { ...review, session, answered: review.answered + 1 })
}
