import { type CardState, UNSEEN_CARD } from './card-state.ts'
import { type Moment, type StudyDay, studyDayOf } from './day.ts'
import { addTotals, type DayTotals, NOTHING_DONE, totalsOfReview } from './day-totals.ts'
import type { CardEvent, Event } from './event.ts'
import { type ExerciseState, UNSEEN_EXERCISE } from './exercise-state.ts'
import type { CardId, ExerciseId } from './ids.ts'
import { type InterviewRecord, recordOf } from './interview-record.ts'
import { nextCardState, nextExerciseState } from './next-state.ts'
import type { CardStates, FoldedCards } from './packed-cards.ts'
import {
  changesSchedule,
  INITIAL_PARAMETERS,
  type ParametersByScope,
  parametersAfter,
} from './parameters-by-scope.ts'
import { createReweighing, type Reweighing } from './reweighing.ts'
import { unreachable } from './unreachable.ts'

/** What the log says in all. */
export interface Projection {
  readonly cards: CardStates
  readonly exercises: ReadonlyMap<ExerciseId, ExerciseState>
  readonly settings: ReadonlyMap<string, string>
  /** By when they began. */
  readonly interviews: ReadonlyMap<string, InterviewRecord>
  readonly parameters: ParametersByScope
  readonly days: ReadonlyMap<StudyDay, DayTotals>
}

/** What stands before an event: tables, or maps that a fold fills. */
export interface Standing {
  readonly card: (id: CardId) => CardState
  readonly exercise: (id: ExerciseId) => ExerciseState
  readonly parameters: () => ParametersByScope
}

/** What one event does to what stands. */
export type StateChange =
  | CardStateChange
  | { readonly kind: 'exercise'; readonly exercise: ExerciseId; readonly state: ExerciseState }
  | { readonly kind: 'setting'; readonly key: string; readonly value: string }
  | { readonly kind: 'interview'; readonly interview: InterviewRecord }
  | { readonly kind: 'parameters'; readonly parameters: ParametersByScope }
  | { readonly kind: 'none' }

export interface CardStateChange {
  readonly kind: 'card'
  readonly card: CardId
  readonly before: CardState
  readonly state: CardState
  readonly review: DayReview | undefined
}

interface DayReview {
  readonly day: StudyDay
  readonly totals: DayTotals
}

/** The one step of every fold: of an answer just given, of a card's own events, and of the whole log. */
export function changeBy(event: Event, standing: Standing): StateChange {
  switch (event.kind) {
    case 'review':
    case 'suspend':
    case 'bury':
    case 'forget':
    case 'due':
    case 'place':
    case 'memory':
      return cardChangeBy(event, standing.card(event.card), standing.parameters())
    case 'attempt':
    case 'practice':
    case 'hint': {
      const state = standing.exercise(event.exercise)
      const next = nextExerciseState(event.exercise, state, event, event, standing.parameters())
      return { kind: 'exercise', exercise: event.exercise, state: next }
    }
    case 'config':
      return changesSchedule(event)
        ? { kind: 'parameters', parameters: parametersAfter(standing.parameters(), event) }
        : { kind: 'setting', key: event.key, value: event.value }
    case 'parameters':
      return { kind: 'parameters', parameters: parametersAfter(standing.parameters(), event) }
    case 'interview':
      return { kind: 'interview', interview: recordOf(event) }
    case 'undo':
    case 'anki-note':
    case 'anki-notetype':
    case 'imported-note':
    case 'consent':
    case 'leave':
      return { kind: 'none' }
    default:
      return unreachable(event)
  }
}

/** The same of an event of a card whose state is known. */
export function cardChangeBy(
  event: Moment & CardEvent,
  before: CardState,
  parameters: ParametersByScope,
): CardStateChange {
  const state = nextCardState(event.card, before, event, event, parameters)
  const review =
    event.kind === 'review'
      ? { day: studyDayOf(event), totals: totalsOfReview(before.memory, event) }
      : undefined
  return { kind: 'card', card: event.card, before, state, review }
}

/**
 * Folds events in the log's order, undone ones left out by the caller. They stream: what is held grows with
 * cards, and by some bytes a review where the weights of cards change. A caller who knows that they do not
 * needs no `reweighing`.
 */
export function foldLog(
  events: Iterable<Event>,
  cards: FoldedCards = new Map<CardId, CardState>(),
  reweighing: Reweighing | undefined = createReweighing(cards),
): Projection {
  const fold = startFold(cards, reweighing)
  for (const event of events) fold.take(event)
  return fold.projection()
}

/** The same for whom events come one at a time. */
export function startFold(
  cards: FoldedCards = new Map<CardId, CardState>(),
  reweighing: Reweighing | undefined = createReweighing(cards),
) {
  const exercises = new Map<ExerciseId, ExerciseState>()
  const settings = new Map<string, string>()
  const interviews = new Map<string, InterviewRecord>()
  const days = new Map<StudyDay, DayTotals>()
  let parameters = INITIAL_PARAMETERS
  const standing: Standing = {
    card: (id) => cards.get(id) ?? UNSEEN_CARD,
    exercise: (id) => exercises.get(id) ?? UNSEEN_EXERCISE,
    parameters: () => parameters,
  }

  function put(change: StateChange): void {
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
        break
      case 'interview':
        interviews.set(change.interview.begun, change.interview)
        break
      case 'parameters':
        reweighing?.reweigh(parameters, change.parameters)
        parameters = change.parameters
        break
      case 'none':
        break
      default:
        unreachable(change)
    }
  }

  return {
    take: (event: Event): void => {
      if ('card' in event) reweighing?.note(event)
      put(changeBy(event, standing))
    },
    projection: (): Projection => ({ cards, exercises, settings, interviews, parameters, days }),
  }
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
