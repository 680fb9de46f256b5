import { type Moment, studyDayOf } from '../core/day.ts'
import type { CardId } from '../core/ids.ts'
import { planInterview } from '../core/interview.ts'
import type { Queue } from '../core/queue.ts'
import { createRandom } from '../core/random.ts'
import { type Session, startSession } from '../core/session.ts'
import { unreachable } from '../core/unreachable.ts'
import { cardsOf, idsIn } from './deck-cards.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { decksCalled, openDecks } from './named-decks.ts'
import { queueForExercise } from './queue-for-exercise.ts'
import { type QueueOptions, todayQueue } from './today-queue.ts'

/**
 * What the due queue asks; all cards at random, or those that come next, with nothing recorded; or as an
 * interviewer would ask.
 */
export type ReviewMode = 'scheduled' | 'cram' | 'ahead' | 'interview'

/** Whether answers change when cards come back. */
export function isRecorded(mode: ReviewMode): boolean {
  return mode === 'scheduled' || mode === 'interview'
}

export interface ReviewOptions extends QueueOptions {
  readonly limit: number | undefined
  /** With which an interview ends; undefined: today's. */
  readonly task?: string | undefined
  readonly mode: ReviewMode
  /** How many days ahead of their own it asks cards, where that is its mode. */
  readonly aheadDays?: number | undefined
}

/** Unless the learner says otherwise. */
export const AHEAD_DAYS = 7

/** Three topics with a question of each role. */
const INTERVIEW_QUESTIONS = 12

export function openSession(deps: Deps, options: ReviewOptions, now: Moment): Session {
  switch (options.mode) {
    case 'scheduled':
      return startSession(scheduledQueue(deps, options, now), options.limit)
    case 'cram':
      return { learning: [], waiting: cramOrder(deps, options, now) }
    case 'ahead':
      return { learning: [], waiting: cardsAhead(deps, options, now).slice(0, options.limit) }
    case 'interview':
      return { learning: [], waiting: interviewOrder(deps, options, now) }
    default:
      return unreachable(options.mode)
  }
}

export function scheduledQueue(deps: Deps, options: QueueOptions, now: Moment): Queue {
  const { exercise } = options
  return exercise === undefined ? todayQueue(deps, options, now) : queueForExercise(deps, exercise, now)
}

function cramOrder(deps: Deps, { decks, limit }: ReviewOptions, now: Moment) {
  const kept = deps.store.keptBack(studyDayOf(now))
  const ids = decksCalled(deps, decks).flatMap(({ cards }) => cards.filter((card) => !kept.has(card)))
  return createRandom(`cram:${now.at}`).shuffle(ids).slice(0, limit)
}

/** Those that are not due yet, and were not answered today either; the day's first in front. */
export function cardsAhead(
  deps: Deps,
  { decks, aheadDays = AHEAD_DAYS }: Pick<ReviewOptions, 'decks' | 'aheadDays'>,
  now: Moment,
): readonly CardId[] {
  const members = idsIn(decksCalled(deps, decks))
  return deps.store.dueWithin(studyDayOf(now), aheadDays).filter((card) => members.has(card))
}

function interviewOrder(deps: Deps, { decks, limit }: ReviewOptions, now: Moment) {
  return planInterview({
    decks: openDecks(deps, decksCalled(deps, decks), decks).map((deck) => ({
      ...deck,
      cards: cardsOf(deps, deck),
    })),
    stateOf: deps.store.card,
    day: studyDayOf(now),
    scheduler: schedulersIn(deps).cards,
    random: createRandom(`interview:${now.at}`),
    questions: limit ?? INTERVIEW_QUESTIONS,
  })
}
