import { afterReview, type CardState, UNSEEN_CARD } from './card-state.ts'
import { type Moment, type StudyDay, studyDayOf } from './day.ts'
import { addTotals, type DayTotals, NOTHING_DONE, totalsOfReview } from './day-totals.ts'
import type { CardChange, CardEvent, Event, ExerciseEvent } from './event.ts'
import { afterAttempt, afterHint, type ExerciseState, UNSEEN_EXERCISE } from './exercise-state.ts'
import type { CardId, ExerciseId } from './ids.ts'
import { createScheduler, type Scheduler } from './memory.ts'
import type { CardStates, FoldedCards } from './packed-cards.ts'
import { retentionOf } from './settings.ts'
import { unreachable } from './unreachable.ts'

/** What the log says in all. */
export interface Projection {
  readonly cards: CardStates
  readonly exercises: ReadonlyMap<ExerciseId, ExerciseState>
  readonly settings: ReadonlyMap<string, string>
  readonly days: ReadonlyMap<StudyDay, DayTotals>
}

/** The two schedulers under one desired retention. */
export interface Schedulers {
  readonly cards: Scheduler
  readonly exercises: Scheduler
}

/** What stands before an event: tables, or maps that a fold fills. */
export interface Standing {
  readonly card: (id: CardId) => CardState
  readonly exercise: (id: ExerciseId) => ExerciseState
  readonly schedulers: () => Schedulers
}

/** What one event does to what stands. */
export type Change =
  | {
      readonly kind: 'card'
      readonly card: CardId
      readonly state: CardState
      readonly review: DayReview | undefined
    }
  | { readonly kind: 'exercise'; readonly exercise: ExerciseId; readonly state: ExerciseState }
  | { readonly kind: 'setting'; readonly key: string; readonly value: string }
  | { readonly kind: 'none' }

interface DayReview {
  readonly day: StudyDay
  readonly totals: DayTotals
}

/** The one step of every fold: of an answer just given, of a card's own events, and of the whole log. */
export function changeBy(event: Event, standing: Standing): Change {
  switch (event.kind) {
    case 'review':
    case 'suspend':
    case 'bury':
      return cardChange(event, standing)
    case 'attempt':
    case 'hint': {
      const state = standing.exercise(event.exercise)
      const next = nextExerciseState(event.exercise, state, event, event, standing.schedulers())
      return { kind: 'exercise', exercise: event.exercise, state: next }
    }
    case 'config':
      return { kind: 'setting', key: event.key, value: event.value }
    case 'undo':
      return { kind: 'none' }
    default:
      return unreachable(event)
  }
}

function cardChange(event: Moment & CardEvent, standing: Standing): Change {
  const before = standing.card(event.card)
  const state = nextCardState(event.card, before, event, event, standing.schedulers())
  const review =
    event.kind === 'review'
      ? { day: studyDayOf(event), totals: totalsOfReview(before.memory, event.rating, event.durationMs) }
      : undefined
  return { kind: 'card', card: event.card, state, review }
}

/**
 * Folds events in the log's order, undone ones left out by the caller. They stream: what is held grows with cards, not with events.
 */
export function foldLog(
  events: Iterable<Event>,
  cards: FoldedCards = new Map<CardId, CardState>(),
): Projection {
  const exercises = new Map<ExerciseId, ExerciseState>()
  const settings = new Map<string, string>()
  const days = new Map<StudyDay, DayTotals>()
  let schedulers = schedulersFor(settings)
  const standing: Standing = {
    card: (id) => cards.get(id) ?? UNSEEN_CARD,
    exercise: (id) => exercises.get(id) ?? UNSEEN_EXERCISE,
    schedulers: () => schedulers,
  }
  for (const event of events) {
    const change = changeBy(event, standing)
    switch (change.kind) {
      case 'card':
        cards.set(change.card, change.state)
        if (change.review) addToDay(days, change.review.day, change.review.totals)
        break
      case 'exercise':
        exercises.set(change.exercise, change.state)
        break
      case 'setting':
        settings.set(change.key, change.value)
        schedulers = schedulersFor(settings)
        break
      case 'none':
        break
      default:
        unreachable(change)
    }
  }
  return { cards, exercises, settings, days }
}

/** Adds to a day of an accumulator. */
export function addToDay(
  days: Map<StudyDay, DayTotals>,
  day: StudyDay,
  totals: DayTotals,
  sign: 1 | -1 = 1,
): void {
  days.set(day, addTotals(days.get(day) ?? NOTHING_DONE, totals, sign))
}

export function nextCardState(
  id: CardId,
  state: CardState,
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

function nextExerciseState(
  id: ExerciseId,
  state: ExerciseState,
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
