import { type CardSights, openCardSights } from '../../app/card-sights.ts'
import { flagOn } from '../../app/change-card.ts'
import type { Deps } from '../../app/deps.ts'
import { findExercise } from '../../app/find-exercise.ts'
import { type KeptInterview, keepInterview, reread } from '../../app/keep-interview.ts'
import { type Ahead, lookAhead } from '../../app/look-ahead.ts'
import { allowTenMore } from '../../app/new-cards-today.ts'
import type { ReviewOptions } from '../../app/open-session.ts'
import { revealAnswer } from '../../app/reveal-answer.ts'
import type { Review } from '../../app/review.ts'
import { goOnWith, startReview } from '../../app/start-review.ts'
import { type Face, faceOf } from '../../core/face.ts'
import type { Locale, Text } from '../../core/locale.ts'
import { markNumber, type NumberMark } from '../../core/mark-number.ts'
import { markOrder, type OrderMark } from '../../core/mark-order.ts'
import type { Rating } from '../../core/rating.ts'
import { unreachable } from '../../core/unreachable.ts'
import { EMPTY_LINE, editLine, type TypedLine, type TypingEvent } from '../frame/typed-line.ts'

/** A review session with what the learner did to the card in sight. */
export interface ReviewState {
  readonly review: Review
  readonly typed: TypedLine
  /** Where a card is answered by typing: the learner left the field for the keys of the screen. */
  readonly hasLeftField: boolean
  readonly given: Given
  /** What is wrong with the card, while it is being typed. */
  readonly note: TypedLine | undefined
  /** What is noted of the card in sight as wrong; undefined where it has no flag. */
  readonly flag: string | undefined
  /** The rating that enter takes. */
  readonly suggested: Rating
  /** Of the decks, by their names. */
  readonly titles: ReadonlyMap<string, Text>
  readonly sights: CardSights
  readonly options: ReviewOptions
  /** At the end of what is scheduled. */
  readonly ahead: Ahead | undefined
  /** At the end of an interview. */
  readonly kept: KeptInterview | undefined
}

/** What stays the same from card to card. */
type Lasting = Pick<ReviewState, 'titles' | 'sights' | 'options'>

/** The answer that was marked, if the card is one that is marked. */
export type Given =
  | { readonly kind: 'none' }
  | { readonly kind: 'option'; readonly option: number; readonly isRight: boolean }
  | {
      readonly kind: 'typed'
      readonly text: string
      readonly isRight: boolean
      /** What was put in a wrong order: the numbers of the steps. */
      readonly order: readonly number[] | undefined
    }

export function openReview(deps: Deps, options: ReviewOptions): ReviewState {
  const titles = new Map(deps.content.decks.map(({ name, title }) => [name, title]))
  if (options.task !== undefined) findExercise(deps, options.task)
  return withEnd(
    deps,
    untouched(startReview(deps, options), { titles, sights: openCardSights(deps), options }),
  )
}

/** With the flag of the card in sight, or what there is to say at the end; an interview is then in the log. */
export function withEnd(deps: Deps, state: ReviewState): ReviewState {
  const { review, options, ahead, kept } = state
  if (review.current.kind !== 'finished') return { ...state, flag: flagOn(deps, review.current.card.id) }
  switch (review.mode) {
    case 'scheduled':
      return { ...state, ahead: ahead ?? lookAhead(deps, options.decks) }
    case 'interview':
      if (review.answers.length === 0) return state
      return { ...state, kept: kept ?? keepInterview(deps, review, options.task) }
    case 'cram':
    case 'ahead':
      return state
    default:
      return unreachable(review.mode)
  }
}

/** An interview that ctrl-c broke off is in the log too. */
export function keepAsLeft({ review, options, kept }: ReviewState, deps: Deps): void {
  if (review.mode !== 'interview' || review.answers.length === 0 || kept) return
  keepInterview(deps, review, options.task)
}

/** Nobody is asked the same again because of an exercise in between, which may have gone on. */
export function afterExercise(state: ReviewState, deps: Deps): ReviewState | undefined {
  return state.kept && { ...state, kept: reread(deps, state.kept) }
}

/** The session goes on with ten new cards beyond those that were seen today. */
export function tenMore(deps: Deps, state: ReviewState): ReviewState {
  allowTenMore(deps)
  const options = { ...state.options, newCards: undefined, limit: undefined }
  return untouched(goOnWith(deps, state.review, options), { ...state, options })
}

/** Another session, of the cards that come next; nothing of it is recorded. */
export function studyAhead(deps: Deps, state: ReviewState): ReviewState {
  const options = { ...state.options, mode: 'ahead', limit: undefined } as const
  return untouched(startReview(deps, options), { ...state, options })
}

/** The session as it now is, and nothing done yet to the card in sight. */
export function untouched(review: Review, { titles, sights, options }: Lasting): ReviewState {
  return {
    review,
    titles,
    sights,
    options,
    ahead: undefined,
    kept: undefined,
    typed: EMPTY_LINE,
    hasLeftField: false,
    given: { kind: 'none' },
    note: undefined,
    flag: undefined,
    suggested: 'good',
  }
}

/** The card in sight, in a language; undefined at the end of the session. */
export function faceIn({ review: { current } }: ReviewState, locale: Locale): Face | undefined {
  return current.kind === 'finished' ? undefined : faceOf(current.card, locale, current.seed)
}

export function isInField(state: ReviewState): boolean {
  return hasTypedCard(state) && !state.hasLeftField
}

/** A card that is answered by typing is asked. */
function hasTypedCard({ review: { current } }: ReviewState): boolean {
  return current.kind === 'asking' && (current.card.kind === 'numeric' || current.card.kind === 'ordering')
}

/** An answer or a note is being typed. */
export function isTyping(state: ReviewState): boolean {
  return state.note !== undefined || isInField(state)
}

/** Changes the note, or else the answer, that is being typed. */
export function typeInReview(state: ReviewState, event: TypingEvent): ReviewState {
  if (state.note !== undefined) return { ...state, note: editLine(state.note, event) }
  return isInField(state) ? { ...state, typed: editLine(state.typed, event) } : state
}

/** Shows the answer, marked by the option that was chosen. */
export function chooseOption(deps: Deps, state: ReviewState, option: number): ReviewState {
  const face = faceIn(state, 'en')
  if (face?.kind !== 'choice' || option >= face.options.length) return state
  return withAnswer(deps, state, { kind: 'option', option, isRight: option === face.right })
}

/** Shows the answer, with what the learner has given. */
export function withAnswer(
  deps: Deps,
  state: ReviewState,
  given: Exclude<Given, { kind: 'none' }>,
): ReviewState {
  const review = revealAnswer(deps, state.review)
  return { ...state, review, given, suggested: given.isRight ? 'good' : 'again' }
}

/** Undefined for a card that is not answered by typing. */
export function markTyped(face: Face, text: string): NumberMark | OrderMark | undefined {
  if (face.kind === 'numeric') return markNumber(text, face.expected, face.tolerance, face.typedUnits)
  return face.kind === 'ordering' ? markOrder(text, face.order) : undefined
}
