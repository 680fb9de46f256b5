import type { Deps } from '../../app/deps.ts'
import { type DrawPicture, pictureDrawer } from '../../app/draw-picture.ts'
import type { ReviewOptions } from '../../app/open-session.ts'
import {
  answerCard,
  askAgain,
  buryCard,
  type Review,
  revealAnswer,
  startReview,
  suspendCard,
  undoLast,
} from '../../app/review.ts'
import { type Face, faceOf } from '../../core/face.ts'
import type { Locale, Text } from '../../core/locale.ts'
import { markNumber } from '../../core/mark-number.ts'
import { markOrder } from '../../core/mark-order.ts'
import type { Rating } from '../../core/rating.ts'
import { type Notice, noticeFrom } from '../messages/notices.ts'
import {
  EMPTY_LINE,
  editLine,
  insertText,
  type TypedLine,
  type TypingEvent,
  typedText,
} from './typed-line.ts'

/** A review session with what the learner did to the card in sight. */
export interface ReviewState {
  readonly review: Review
  readonly typed: TypedLine
  readonly given: Given
  /** The rating that enter takes. */
  readonly suggested: Rating
  /** Of the decks, by their names. */
  readonly titles: ReadonlyMap<string, Text>
  readonly drawingOf: DrawPicture
}

/** What stays the same from card to card. */
type Lasting = Pick<ReviewState, 'titles' | 'drawingOf'>

/** The answer that was marked, if the card is one that is marked. */
export type Given =
  | { readonly kind: 'none' }
  | { readonly kind: 'option'; readonly option: number; readonly isRight: boolean }
  | { readonly kind: 'typed'; readonly text: string; readonly isRight: boolean }

export type ReviewEvent =
  | { readonly kind: 'reveal' }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'mark' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'rate'; readonly rating: Rating }
  | { readonly kind: 'undo' | 'suspend' | 'bury' | 'go-on' }
  | TypingEvent

/** What an event makes of a state, and what the learner is told about it. */
export interface Step {
  readonly state: ReviewState
  readonly notice?: Notice | undefined
}

export function openReview(deps: Deps, options: ReviewOptions): ReviewState {
  const titles = new Map(deps.content.decks.map(({ name, title }) => [name, title]))
  return untouched(startReview(deps, options), { titles, drawingOf: pictureDrawer(deps) })
}

/** The card in sight, in a language; undefined at the end of the session. */
export function faceIn({ review: { current } }: ReviewState, locale: Locale): Face | undefined {
  return current.kind === 'finished' ? undefined : faceOf(current.card, locale, current.seed)
}

/** An event that makes no sense in a state changes nothing. A Problem leaves the state as it was. */
export function stepReview(deps: Deps, state: ReviewState, event: ReviewEvent): Step {
  const { review } = state
  switch (event.kind) {
    case 'reveal':
      return { state: { ...state, review: revealAnswer(deps, review) } }
    case 'option':
      return { state: pick(deps, state, event.option) }
    case 'mark':
      return mark(deps, state)
    case 'accept':
      return rate(deps, state, state.suggested)
    case 'rate':
      return rate(deps, state, event.rating)
    case 'undo':
      if (review.done.length === 0) return { state, notice: noticeFrom('hint', 'nothingToUndo') }
      return { state: untouched(undoLast(deps, review), state), notice: noticeFrom('good', 'undone') }
    case 'suspend':
      return { state: untouched(suspendCard(deps, review), state), notice: noticeFrom('good', 'suspended') }
    case 'bury':
      return { state: untouched(buryCard(deps, review), state), notice: noticeFrom('good', 'buried') }
    case 'go-on':
      return { state: untouched(askAgain(deps, review), state) }
    default:
      return { state: { ...state, typed: editLine(state.typed, event) } }
  }
}

export function typeInReview(state: ReviewState, text: string): ReviewState {
  return state.review.current.kind === 'asking' && isTypedCard(state)
    ? { ...state, typed: insertText(state.typed, text) }
    : state
}

export function isTypedCard({ review: { current } }: ReviewState): boolean {
  return current.kind !== 'finished' && (current.card.kind === 'numeric' || current.card.kind === 'ordering')
}

/** The card is asked anew, from what is now stored and written. */
export function refreshReview(deps: Deps, state: ReviewState): ReviewState {
  return untouched(askAgain(deps, state.review), state)
}

function untouched(review: Review, { titles, drawingOf }: Lasting): ReviewState {
  return { review, titles, drawingOf, typed: EMPTY_LINE, given: { kind: 'none' }, suggested: 'good' }
}

function pick(deps: Deps, state: ReviewState, option: number): ReviewState {
  const face = faceIn(state, 'en')
  if (face?.kind !== 'choice' || option >= face.options.length) return state
  return marked(deps, state, { kind: 'option', option, isRight: option === face.right })
}

function mark(deps: Deps, state: ReviewState): Step {
  const face = faceIn(state, 'en')
  const text = typedText(state.typed)
  const result = face && markTyped(face, text)
  if (result === undefined) return { state }
  if (result === 'unreadable') {
    return {
      state,
      notice: noticeFrom('bad', face?.kind === 'ordering' ? 'orderUnreadable' : 'numberUnreadable'),
    }
  }
  return { state: marked(deps, state, { kind: 'typed', text, isRight: result === 'right' }) }
}

function markTyped(face: Face, text: string): 'right' | 'wrong' | 'unreadable' | undefined {
  if (face.kind === 'numeric') return markNumber(text, face.expected, face.tolerance, face.unit).kind
  return face.kind === 'ordering' ? markOrder(text, face.order).kind : undefined
}

function marked(deps: Deps, state: ReviewState, given: Exclude<Given, { kind: 'none' }>): ReviewState {
  const review = revealAnswer(deps, state.review)
  return { ...state, review, given, suggested: given.isRight ? 'good' : 'again' }
}

function rate(deps: Deps, state: ReviewState, rating: Rating): Step {
  const { current } = state.review
  if (current.kind !== 'revealed') return { state }
  const review = answerCard(deps, state.review, rating)
  return { state: untouched(review, state), notice: noticeAfterAnswer(deps, state.review, review) }
}

function noticeAfterAnswer(deps: Deps, before: Review, after: Review): Notice | undefined {
  if (before.mode === 'cram' || before.current.kind === 'finished') return undefined
  if (after.done.length === before.done.length) return noticeFrom('bad', 'answeredElsewhere')
  const { suspended } = deps.store.card(before.current.card.id)
  return suspended && !before.current.state.suspended ? noticeFrom('bad', 'becameLeech') : undefined
}
