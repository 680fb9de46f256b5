import type { CardState } from '../core/card-state.ts'
import { MINUTE_MS, type Moment, studyDayOf } from '../core/day.ts'
import type { CardChange } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import type { Answer } from '../core/interview.ts'
import type { SeenMemory } from '../core/memory.ts'
import type { Rating } from '../core/rating.ts'
import { afterChange, type Session, without } from '../core/session.ts'
import type { Deps } from './deps.ts'
import { isRecorded } from './open-session.ts'
import { recordCard } from './record-card.ts'
import { type AskedCard, ask, type Review } from './review.ts'

/** A pause longer than this is not thinking about the card. */
const LONGEST_ANSWER_MS = 5 * MINUTE_MS

/** Durable when it returns. A card that was answered elsewhere meanwhile is asked anew. */
export function answerCard(deps: Deps, review: Review, rating: Rating): Review {
  const { current } = review
  if (current.kind !== 'revealed') return review
  const durationMs = Math.min(LONGEST_ANSWER_MS, Math.max(0, deps.now().at - current.askedAt))
  if (!isRecorded(review.mode))
    return afterUnrecorded(deps, review, { card: current.card, rating, durationMs })
  const asked = review.mode === 'interview' ? ({ interview: true } as const) : {}
  const change = { kind: 'review', rating, durationMs, ...asked } as const
  const now = momentOfAnswer(deps.now(), current.shownAt)
  return record(deps, { ...review, current }, change, now, current.previews[rating])
}

export function suspendCard(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind === 'finished') return review
  return record(deps, { ...review, current }, { kind: 'suspend', suspended: true }, deps.now())
}

/** Not shown again today. */
export function buryCard(deps: Deps, review: Review): Review {
  const { current } = review
  if (current.kind === 'finished') return review
  const now = deps.now()
  return record(deps, { ...review, current }, { kind: 'bury', day: studyDayOf(now) }, now)
}

/** A session that has not ended. */
type Asking = Review & { readonly current: AskedCard<string> }

function record(deps: Deps, review: Asking, change: CardChange, now: Moment, wanted?: SeenMemory): Review {
  const { card, state } = review.current
  const result = recordCard(deps, card, change, now, state, wanted)
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

function afterUnrecorded(deps: Deps, review: Review, answer: Answer): Review {
  const { id } = answer.card
  const { waiting, learning } = without(review.session, id)
  const session = answer.rating === 'again' ? { waiting: [...waiting, id], learning } : { waiting, learning }
  return ask(deps, { ...review, session, answers: [...review.answers, answer] })
}
