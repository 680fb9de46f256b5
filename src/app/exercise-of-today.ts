import { type Assignment, assignExercise } from '../core/assign-exercise.ts'
import type { Moment } from '../core/day.ts'
import { type Deps, schedulersIn } from './deps.ts'

/** Undefined when none is open, due or new. */
export function exerciseOfToday(deps: Deps, now: Moment): Assignment | undefined {
  return assignExercise({
    exercises: [...deps.content.exercises.values()],
    states: deps.store.exercises(),
    stateOfCard: deps.store.card,
    now,
    scheduler: schedulersIn(deps).exercises,
  })
}
