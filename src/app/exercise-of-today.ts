import { type Assignment, assignExercise } from '../core/assign-exercise.ts'
import type { Moment } from '../core/day.ts'
import type { Deps } from './deps.ts'
import { plannedExerciseLeft } from './plan/planned-today.ts'
import { assignInput } from './ranked-exercises.ts'

/**
 * What the plan has for today, or without one the most useful; what is begun goes on. Undefined when none is
 * open, due or new.
 */
export function exerciseOfToday(deps: Deps, now: Moment): Assignment | undefined {
  const useful = assignExercise(assignInput(deps, now))
  const planned = useful?.reason.kind === 'open' ? undefined : plannedExerciseLeft(deps, now)
  return planned === undefined ? useful : planned.left
}
