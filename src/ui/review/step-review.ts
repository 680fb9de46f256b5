import { answerCard, buryCard, suspendCard } from '../../app/answer-card.ts'
import { flagCard, unflagCard } from '../../app/change-card.ts'
import type { Deps } from '../../app/deps.ts'
import { placeToEdit } from '../../app/edit-card.ts'
import { newsOfAnswer } from '../../app/news-of-answer.ts'
import { revealAnswer } from '../../app/reveal-answer.ts'
import { askAgain, stopReview } from '../../app/review.ts'
import { latestUndoable, undoLast } from '../../app/undo-last.ts'
import type { Face } from '../../core/face.ts'
import { decimalCommaIn } from '../../core/mark-number.ts'
import type { Rating } from '../../core/rating.ts'
import type { Notice } from '../frame/notice.ts'
import type { Step } from '../frame/screen.ts'
import { EMPTY_LINE, type TypingEvent, typedText } from '../frame/typed-line.ts'
import {
  BURIED,
  decimalComma,
  FLAGGED,
  NEWS,
  NOTHING_TO_UNDO,
  NUMBER_UNREADABLE,
  noticeOfEdit,
  ORDER_UNREADABLE,
  SUSPENDED,
  UNFLAGGED,
  undone,
} from './review-notices.ts'
import {
  chooseOption,
  faceIn,
  markTyped,
  type ReviewState,
  studyAhead,
  tenMore,
  typeInReview,
  untouched,
  withAnswer,
  withEnd,
} from './review-state.ts'

export type ReviewEvent =
  | {
      readonly kind:
        | 'reveal'
        | 'mark'
        | 'accept'
        | 'undo'
        | 'suspend'
        | 'bury'
        | 'note'
        | 'flag'
        | 'unflag'
        | 'give-up'
        | 'go-on'
        | 'edit'
        | 'leave-field'
        | 'enter-field'
        | 'more'
        | 'ahead'
        | 'end'
    }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'rate'; readonly rating: Rating }
  /** The editor was closed, and the deck read again. */
  | { readonly kind: 'edited'; readonly path: string }
  | TypingEvent

type ReviewStep = Step<ReviewState, ReviewEvent>

export function stepReview(state: ReviewState, event: ReviewEvent, deps: Deps): ReviewStep {
  const step = stepTo(state, event, deps)
  return { ...step, state: withEnd(deps, step.state) }
}

function stepTo(state: ReviewState, event: ReviewEvent, deps: Deps): ReviewStep {
  const { review } = state
  switch (event.kind) {
    case 'reveal':
      return { state: { ...state, review: revealAnswer(deps, review) } }
    case 'option':
      return { state: chooseOption(deps, state, event.option) }
    case 'mark':
      return mark(deps, state)
    case 'accept':
      return rate(deps, state, state.suggested)
    case 'rate':
      return rate(deps, state, event.rating)
    case 'undo':
      return undo(deps, state)
    case 'suspend':
      return { state: untouched(suspendCard(deps, review), state), notice: SUSPENDED }
    case 'bury':
      return { state: untouched(buryCard(deps, review), state), notice: BURIED }
    case 'note':
      return { state: { ...state, note: EMPTY_LINE } }
    case 'give-up':
      return { state: { ...state, note: undefined } }
    case 'flag':
      return flag(deps, state)
    case 'unflag':
      return unflag(deps, state)
    case 'go-on':
      return { state: untouched(askAgain(deps, review), state) }
    case 'more':
      return { state: tenMore(deps, state) }
    case 'ahead':
      return { state: studyAhead(deps, state) }
    case 'end':
      return { state: untouched(stopReview(review), state) }
    case 'edit':
      return edit(deps, state)
    case 'edited':
      return afterEdit(deps, state, event.path)
    case 'leave-field':
    case 'enter-field':
      return { state: { ...state, hasLeftField: event.kind === 'leave-field' } }
    default:
      return { state: typeInReview(state, event) }
  }
}

function mark(deps: Deps, state: ReviewState): ReviewStep {
  const face = faceIn(state, 'en')
  const text = typedText(state.typed)
  const result = face && markTyped(face, text)
  if (face === undefined || result === undefined) return { state }
  if (result.kind === 'unreadable') return { state, notice: unreadable(face, text) }
  const order = result.kind === 'wrong' && 'given' in result ? result.given : undefined
  return { state: withAnswer(deps, state, { kind: 'typed', text, isRight: result.kind === 'right', order }) }
}

function unreadable(face: Face, text: string): Notice {
  if (face.kind === 'ordering') return ORDER_UNREADABLE
  const meant = decimalCommaIn(text)
  return meant === undefined ? NUMBER_UNREADABLE : decimalComma(meant)
}

function rate(deps: Deps, state: ReviewState, rating: Rating): ReviewStep {
  if (state.review.current.kind !== 'revealed') return { state }
  const review = answerCard(deps, state.review, rating)
  const news = newsOfAnswer(deps, state.review, review)
  return { state: untouched(review, state), notice: news && NEWS[news] }
}

function undo(deps: Deps, state: ReviewState): ReviewStep {
  const target = latestUndoable(deps, state.review)
  if (target === undefined) return { state, notice: NOTHING_TO_UNDO }
  const card = deps.content.cards.get(target.change.card)
  return { state: untouched(undoLast(deps, state.review), state), notice: undone(target, card) }
}

/** For later, in `browse`; the session goes on. */
function flag(deps: Deps, state: ReviewState): ReviewStep {
  const { current } = state.review
  if (current.kind === 'finished' || state.note === undefined) return { state }
  flagCard(deps, current.card.id, typedText(state.note))
  return { state: { ...state, note: undefined }, notice: FLAGGED }
}

function unflag(deps: Deps, state: ReviewState): ReviewStep {
  const { current } = state.review
  if (current.kind !== 'finished') unflagCard(deps, current.card.id)
  return { state, notice: UNFLAGGED }
}

function edit(deps: Deps, state: ReviewState): ReviewStep {
  const { current } = state.review
  if (current.kind === 'finished') return { state }
  const place = placeToEdit(deps, current.card)
  return { state, effect: { kind: 'edit-deck', place, after: { kind: 'edited', path: place.path } } }
}

/** The card is asked anew, from what is now written. */
function afterEdit(deps: Deps, state: ReviewState, edited: string): ReviewStep {
  return { state: untouched(askAgain(deps, state.review), state), notice: noticeOfEdit(deps, edited) }
}
