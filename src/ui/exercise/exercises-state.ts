import { type ExerciseRecord, exerciseRecords } from '../../app/collect-statistics.ts'
import type { Deps } from '../../app/deps.ts'

export interface ExercisesState {
  /** The most useful first. */
  readonly records: readonly ExerciseRecord[]
  readonly selected: number
}

export type ExercisesEvent = { readonly kind: 'up' | 'down' }

export function openExercises(deps: Deps): ExercisesState {
  return { records: exerciseRecords(deps), selected: 0 }
}

export function moveInList(state: ExercisesState, { kind }: ExercisesEvent): ExercisesState {
  const selected = state.selected + (kind === 'down' ? 1 : -1)
  return { ...state, selected: Math.max(0, Math.min(state.records.length - 1, selected)) }
}
