import { type AssignInput, type Assignment, rankExercises } from '../core/assign-exercise.ts'
import type { Moment } from '../core/day.ts'
import { type Deps, schedulersIn } from './deps.ts'

/** Those that are written to their end, the most useful first. */
export function rankedExercises(deps: Deps, now: Moment): readonly Assignment[] {
  return rankExercises(assignInput(deps, now)).filter(({ exercise }) => !exercise.isDraft)
}

export function assignInput(deps: Deps, now: Moment): AssignInput {
  return {
    exercises: [...deps.content.exercises.values()],
    states: deps.store.exercises(),
    stateOfCard: deps.store.card,
    now,
    scheduler: schedulersIn(deps).exercises,
  }
}
