import { cardsLeft, type Review } from '../../app/review.ts'
import { studyDayOf } from '../../core/day.ts'
import type { Face } from '../../core/face.ts'
import { RATINGS } from '../../core/rating.ts'
import { unreachable } from '../../core/unreachable.ts'
import { formatDue, formatMinutes } from '../format-interval.ts'
import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import { BLANK, type Line, line, lineWidth, run } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import { askedLines, revealedLines } from './card-view.ts'
import { interviewAside, interviewSummary } from './interview-view.ts'
import { faceIn, type ReviewState } from './review-state.ts'
import { cursorColumn, typedText } from './typed-line.ts'

export function drawReview(state: ReviewState, around: Around): Picture {
  const { review, drawingOf } = state
  const { messages, width } = around
  const face = faceIn(state, around.locale)
  const common = {
    title: line(titleOf(state, around), 'title'),
    aside: line(progressOf(review, around), 'hint'),
  }
  if (face === undefined) {
    return { ...common, body: finishedLines(state, around), bodyKey: 'finished', pinned: [] }
  }
  if (review.current.kind === 'revealed') {
    return {
      ...common,
      body: revealedLines(face, state.given, { messages, width, drawingOf }),
      bodyKey: `${face.id} revealed`,
      pinned: ratingLines(state, around),
    }
  }
  const body = askedLines(face, { messages, width, drawingOf })
  return { ...common, body, bodyKey: `${face.id} asked ${around.locale}`, ...inputOf(state, face, around) }
}

function titleOf({ review, titles }: ReviewState, { messages, locale }: Around): string {
  const { current } = review
  if (current.kind === 'finished') return messages[review.mode === 'interview' ? 'interview' : 'review'].title
  return titles.get(current.card.deck)?.[locale] ?? current.card.deck
}

function progressOf(review: Review, around: Around): string {
  const { messages } = around
  const progress = messages.review.progress(review.answers.length, cardsLeft(review))
  switch (review.mode) {
    case 'scheduled':
      return progress
    case 'cram':
      return `${messages.review.cram} · ${progress}`
    case 'interview':
      return `${interviewAside(review, around)} · ${progress}`
    default:
      return unreachable(review.mode)
  }
}

function finishedLines(state: ReviewState, around: Around): readonly Line[] {
  const { answers, current, mode } = state.review
  if (mode === 'interview' && answers.length > 0) return interviewSummary(state, around)
  const { messages, width, now } = around
  const { review } = messages
  const lines = [
    line(answers.length > 0 ? review.finished(answers.length) : review.nothingToReview, 'strong'),
  ]
  const laterAt = current.kind === 'finished' ? current.laterAt : undefined
  if (laterAt === undefined) return lines
  return [...lines, BLANK, ...wrap([run(review.nextAt(formatMinutes(laterAt - now.at, messages)))], width)]
}

/** `1 again 1m  2 hard 6m  [3 good 10m]  4 easy 8d`; brackets mark the one that enter takes. */
function ratingLines(
  { review: { current }, suggested }: ReviewState,
  { messages, width }: Around,
): readonly Line[] {
  if (current.kind !== 'revealed') return []
  const { previews, shownAt } = current
  const from = { at: shownAt.at, day: studyDayOf(shownAt) }
  const parts = RATINGS.map((rating, at): Line => {
    const text = `${at + 1} ${messages.ratings[rating]} ${formatDue(previews[rating], from, messages)}`
    return rating === suggested ? [run(`[${text}]`, 'chosen')] : [run(` ${text} `)]
  })
  const oneLine = parts.flatMap((part, at) => (at === 0 ? part : [run(' '), ...part]))
  return lineWidth(oneLine) <= width ? [oneLine] : [parts.slice(0, 2).flat(), parts.slice(2).flat()]
}

function inputOf(
  { typed }: ReviewState,
  face: Face,
  { messages, width }: Around,
): Pick<Picture, 'pinned' | 'cursor'> {
  const { review } = messages
  if (face.kind === 'choice') {
    return { pinned: [line(review.chooseLetter(face.options.at(-1)?.letter ?? 'a'), 'hint')] }
  }
  if (face.kind !== 'numeric' && face.kind !== 'ordering') return { pinned: [] }
  const label = face.kind === 'numeric' ? review.yourAnswer : review.yourOrder(exampleOrder(face.order))
  const unit = face.kind === 'numeric' && face.unit !== undefined ? ` ${face.unit}` : ''
  const prompt = [run(label, 'strong')]
  const input = [run(typedText(typed)), run(unit, 'hint')]
  const isNarrow = lineWidth([...prompt, ...input]) + 4 > width
  return isNarrow
    ? { pinned: [prompt, input], cursor: { line: 1, column: cursorColumn(typed) } }
    : {
        pinned: [[...prompt, ...input]],
        cursor: { line: 0, column: lineWidth(prompt) + cursorColumn(typed) },
      }
}

/** How an order is written, by one that is not the answer. */
function exampleOrder(order: readonly number[]): string {
  const backwards = order.map((_, at) => order.length - at)
  const [first = 1, ...rest] = backwards
  const isAnswer = backwards.every((number, at) => number === order[at])
  return (isAnswer ? [...rest, first] : backwards).join(order.length > 9 ? ' ' : '')
}
