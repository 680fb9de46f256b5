import { afterReview, type CardState, UNSEEN_CARD } from './card-state.ts'
import type { Moment } from './day.ts'
import type { CardChange, ExerciseEvent } from './event.ts'
import { afterAttempt, afterHint, type ExerciseState } from './exercise-state.ts'
import { heldMemory } from './held-memory.ts'
import type { CardId, ExerciseId } from './ids.ts'
import { dueOn } from './memory.ts'
import { type ParametersByScope, schedulerFor } from './parameters-by-scope.ts'
import { placedOn } from './placement.ts'
import { unreachable } from './unreachable.ts'

export function nextCardState(
  id: CardId,
  state: CardState,
  change: CardChange,
  now: Moment,
  parameters: ParametersByScope,
): CardState {
  switch (change.kind) {
    case 'review':
      return afterReview(id, state, change.rating, now, schedulerFor(parameters.cards))
    case 'suspend':
      return { ...state, suspended: change.suspended }
    case 'bury':
      return { ...state, buriedOn: change.day }
    case 'forget':
      return UNSEEN_CARD
    case 'due':
      return { ...state, memory: dueOn(state.memory, change.day) }
    case 'place':
      return { ...state, memory: placedOn(state.memory, change, schedulerFor(parameters.cards)) }
    case 'memory':
      return { ...state, memory: heldMemory(change, now, schedulerFor(parameters.cards)) }
    default:
      return unreachable(change)
  }
}

export function nextExerciseState(
  id: ExerciseId,
  state: ExerciseState,
  event: ExerciseEvent,
  now: Moment,
  parameters: ParametersByScope,
): ExerciseState {
  switch (event.kind) {
    case 'attempt':
      return afterAttempt(id, state, event.outcome, now, schedulerFor(parameters.exercises))
    case 'practice':
      return { ...state, attempts: state.attempts + 1 }
    case 'hint':
      return afterHint(state, now)
    default:
      return unreachable(event)
  }
}
