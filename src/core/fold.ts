import { afterReview, type CardState, UNSEEN_CARD } from './card-state.ts'
import type { Moment } from './day.ts'
import type { CardChange, Event, EventBody, ExerciseEvent } from './event.ts'
import { afterAttempt, afterHint, type ExerciseState, UNSEEN_EXERCISE } from './exercise-state.ts'
import type { CardId, ExerciseId } from './ids.ts'
import { createScheduler, type Scheduler } from './memory.ts'
import { retentionOf } from './settings.ts'
import { unreachable } from './unreachable.ts'

/** What the log says in all. */
export interface Projection {
  readonly cards: ReadonlyMap<CardId, CardState>
  readonly exercises: ReadonlyMap<ExerciseId, ExerciseState>
  readonly settings: ReadonlyMap<string, string>
}

/** The two schedulers under one desired retention. */
export interface Schedulers {
  readonly cards: Scheduler
  readonly exercises: Scheduler
}

/** Rebuilds every state from the log, given in its order. Undone events count as if they had never been. */
export function foldLog(events: readonly Event[]): Projection {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.target] : [])))
  const cards = new Map<CardId, CardState>()
  const exercises = new Map<ExerciseId, ExerciseState>()
  const settings = new Map<string, string>()
  for (const event of events) {
    if (undone.has(event.id)) continue
    const schedulers = schedulersFor(settings)
    switch (event.kind) {
      case 'review':
      case 'suspend':
      case 'bury':
        cards.set(event.card, nextCardState(event.card, cards.get(event.card), event, event, schedulers))
        break
      case 'attempt':
      case 'hint':
        exercises.set(
          event.exercise,
          nextExerciseState(event.exercise, exercises.get(event.exercise), event, event, schedulers),
        )
        break
      case 'config':
        settings.set(event.key, event.value)
        break
      case 'undo':
        break
      default:
        unreachable(event)
    }
  }
  return { cards, exercises, settings }
}

export function nextCardState(
  id: CardId,
  state: CardState = UNSEEN_CARD,
  change: CardChange,
  now: Moment,
  schedulers: Schedulers,
): CardState {
  switch (change.kind) {
    case 'review':
      return afterReview(id, state, change.rating, now, schedulers.cards)
    case 'suspend':
      return { ...state, suspended: change.suspended }
    case 'bury':
      return { ...state, buriedOn: change.day }
    default:
      return unreachable(change)
  }
}

export function nextExerciseState(
  id: ExerciseId,
  state: ExerciseState = UNSEEN_EXERCISE,
  event: ExerciseEvent,
  now: Moment,
  schedulers: Schedulers,
): ExerciseState {
  switch (event.kind) {
    case 'attempt':
      return afterAttempt(id, state, event.outcome, now, schedulers.exercises)
    case 'hint':
      return afterHint(state, now)
    default:
      return unreachable(event)
  }
}

/** What an event is about: the log's index, and what an undo names. */
export function subjectOf(event: EventBody): string {
  switch (event.kind) {
    case 'review':
    case 'suspend':
    case 'bury':
      return event.card
    case 'attempt':
    case 'hint':
      return event.exercise
    case 'undo':
      return event.target
    case 'config':
      return event.key
    default:
      return unreachable(event)
  }
}

const made = new Map<number, Schedulers>()

/** Schedulers depend on the desired retention alone, so each is made once. */
export function schedulersFor(settings: ReadonlyMap<string, string>): Schedulers {
  const desiredRetention = retentionOf(settings)
  const known = made.get(desiredRetention)
  if (known) return known
  const schedulers = {
    cards: createScheduler({ desiredRetention, steps: true }),
    exercises: createScheduler({ desiredRetention, steps: false }),
  }
  made.set(desiredRetention, schedulers)
  return schedulers
}
