import type { Deps } from '../../app/deps.ts'
import { isRecorded } from '../../app/open-session.ts'
import { cardsLeft, type Review } from '../../app/review.ts'
import { studyDayOf } from '../../core/day.ts'
import type { Face } from '../../core/face.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { expressionValue } from '../../core/mark-number.ts'
import { formatNumber } from '../../core/numeric-card.ts'
import { RATINGS } from '../../core/rating.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { Around } from '../frame/around.ts'
import type { Leaving } from '../frame/leaving.ts'
import type { Page } from '../frame/page.ts'
import { pinnedField } from '../frame/pinned-field.ts'
import { shownPart, typedText } from '../frame/typed-line.ts'
import { BLANK, type Line, line, lineWidth, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { formatDue } from '../words/format-interval.ts'
import { COLON, join } from '../words/punctuation.ts'
import { RATING_NAMES } from '../words/rating-names.ts'
import { askedLines, revealedCard } from './card-view.ts'
import { endLines, leftLines } from './end-view.ts'
import { FLAG_NAME, FLAG_NOTE } from './flag-note.ts'
import { INTERVIEW, interviewAside, interviewEnd, leftInterview } from './interview-view.ts'
import { markLines } from './mark-view.ts'
import { faceIn, isInField, type ReviewState } from './review-state.ts'

export function drawReview(state: ReviewState, around: Around): Page {
  const page = cardOrEnd(state, around)
  const flagged = { ...page, body: [...page.body, ...flagLines(state.flag, around)] }
  return state.note === undefined ? flagged : { ...flagged, ...pinnedField(FLAG_NOTE, state.note, around) }
}

/** What was noted of the card, before and after its answer. */
function flagLines(flag: string | undefined, around: Around): readonly Line[] {
  if (flag === undefined) return []
  return [BLANK, ...paragraph(around, join(FLAG_NAME, COLON, verbatim(flag)), 'hint')]
}

function cardOrEnd(state: ReviewState, around: Around): Page {
  const { review, sights } = state
  const face = faceIn(state, around.locale)
  const common = {
    title: line(titleOf(state, around), 'title'),
    aside: line(progressOf(review, around), 'hint'),
  }
  if (face === undefined) {
    return { ...common, body: finishedLines(state, around), bodyKey: 'finished', pinned: [] }
  }
  if (review.current.kind === 'revealed') {
    const { lines, answerAt } = revealedCard(face, state.given, { ...around, ...sights })
    return {
      ...common,
      body: lines,
      bodyKey: `${face.id} revealed`,
      start: answerAt,
      pinned: [...markLines(face, state.given, around), ...ratingLines(state, around)],
    }
  }
  const body = askedLines(face, { ...around, ...sights })
  return { ...common, body, bodyKey: `${face.id} asked ${around.locale}`, ...inputOf(state, face, around) }
}

function titleOf({ review, titles }: ReviewState, { say }: Around): string {
  const { current } = review
  if (current.kind === 'finished') return say(review.mode === 'interview' ? INTERVIEW : REVIEW)
  return say(titles.get(current.card.deck) ?? verbatim(current.card.deck))
}

const REVIEW: Text = { en: 'Review', zh: '复习' }

function progressOf(review: Review, around: Around): string {
  const { say } = around
  const progress = say(progressText(review.answers.length, cardsLeft(review)))
  switch (review.mode) {
    case 'scheduled':
      return progress
    case 'cram':
      return `${say({ en: 'cram: nothing is recorded', zh: '突击模式：不记录' })} · ${progress}`
    case 'ahead':
      return `${say({ en: 'study ahead: nothing is recorded', zh: '提前复习：不记录' })} · ${progress}`
    case 'interview':
      return `${interviewAside(review, around)} · ${progress}`
    default:
      return unreachable(review.mode)
  }
}

function progressText(answered: number, left: number): Text {
  return { en: `${answered} done · ${left} left`, zh: `已答 ${answered} · 剩余 ${left}` }
}

function finishedLines(state: ReviewState, around: Around): readonly Line[] {
  const { answers, mode } = state.review
  return mode === 'interview' && answers.length > 0 ? interviewEnd(state, around) : endLines(state, around)
}

/** How it went, also where it was left before its end. */
export function leftBehind(state: ReviewState, around: Around, deps: Deps): Leaving | undefined {
  const { answers, mode, startedAt } = state.review
  if (answers.length === 0) return undefined
  const lines = mode === 'interview' ? leftInterview(state, around, deps) : leftLines(state, around)
  return { about: `review ${startedAt}`, lines }
}

/** `1 again 1m  2 hard 6m  [3 good 10m]  4 easy 8d`; brackets mark the one that enter takes. */
function ratingLines(
  { review: { current, mode }, suggested }: ReviewState,
  { say, width }: Around,
): readonly Line[] {
  if (current.kind !== 'revealed') return []
  const { previews, shownAt } = current
  const from = { at: shownAt.at, day: studyDayOf(shownAt) }
  const parts = RATINGS.map((rating, at): Line => {
    // What is not stored brings nothing back.
    const due = !isRecorded(mode) ? '' : ` ${say(formatDue(previews[rating], from))}`
    const text = `${at + 1} ${say(RATING_NAMES[rating])}${due}`
    return rating === suggested ? [run(`[${text}]`, 'chosen')] : [run(` ${text} `)]
  })
  const oneLine = parts.flatMap((part, at) => (at === 0 ? part : [run(' '), ...part]))
  return lineWidth(oneLine) <= width ? [oneLine] : [parts.slice(0, 2).flat(), parts.slice(2).flat()]
}

function inputOf(state: ReviewState, face: Face, { say, width }: Around): Pick<Page, 'pinned' | 'cursor'> {
  if (face.kind === 'choice') {
    return { pinned: [line(say(chooseLetter(face.options.at(-1)?.letter ?? 'a')), 'hint')] }
  }
  if (face.kind !== 'numeric' && face.kind !== 'ordering') return { pinned: [] }
  const label = say(face.kind === 'numeric' ? YOUR_ANSWER : yourOrder(exampleOrder(face.order)))
  const unit = face.kind === 'numeric' && face.unit !== undefined ? ` ${face.unit}` : ''
  const prompt = [run(label, 'strong')]
  const { typed } = state
  const behind = [run(unit, 'hint'), run(workedOut(face, typedText(typed)), 'hint')]
  const isFocused = isInField(state)
  const isNarrow = lineWidth([...prompt, run(typedText(typed)), ...behind]) + 4 > width
  const { text, column } = shownPart(typed, width - lineWidth(behind))
  const input = [run(text), ...behind]
  return isNarrow
    ? { pinned: [prompt, input], cursor: isFocused ? { line: 1, column } : undefined }
    : {
        pinned: [[...prompt, ...input]],
        cursor: isFocused ? { line: 0, column: lineWidth(prompt) + column } : undefined,
      }
}

/** ` = 4.24264`, for what is more than a number. */
function workedOut(face: Face, text: string): string {
  const value = face.kind === 'numeric' ? expressionValue(text, face.typedUnits) : undefined
  return value === undefined ? '' : `  = ${formatNumber(value)}`
}

/** How an order is written, by one that is not the answer. */
function exampleOrder(order: readonly number[]): string {
  const backwards = order.map((_, at) => order.length - at)
  const [first = 1, ...rest] = backwards
  const isAnswer = backwards.every((number, at) => number === order[at])
  return (isAnswer ? [...rest, first] : backwards).join(order.length > 9 ? ' ' : '')
}

const YOUR_ANSWER: Text = { en: 'Your answer: ', zh: '你的答案：' }

function yourOrder(example: string): Text {
  return { en: `The right order, such as ${example}: `, zh: `正确顺序，例如 ${example}：` }
}

function chooseLetter(last: string): Text {
  return { en: `a–${last} to choose`, zh: `按 a–${last} 选择` }
}
