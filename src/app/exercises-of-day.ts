import { assignExercise } from '../core/assign-exercise.ts'
import { momentOn, type StudyDay } from '../core/day.ts'
import type { ExercisesOfDay } from '../core/minutes-a-day.ts'
import { sum } from '../core/sum.ts'
import type { Deps } from './deps.ts'
import { exerciseMinutes } from './exercise-minutes.ts'
import { assignInput } from './ranked-exercises.ts'

export function exercisesOfDay(deps: Deps, day: StudyDay): ExercisesOfDay {
  const { store, content } = deps
  const minutesOf = exerciseMinutes(deps)
  const tried = store.history.triedOn(day).flatMap((id) => content.exercises.get(id) ?? [])
  const spentMinutes = sum(tried.map(minutesOf))
  if (tried.length > 0) return { spentMinutes, waitingMinutes: 0 }
  const next = assignExercise(assignInput(deps, momentOn(day)))
  const isWaiting = next?.reason.kind === 'open' || next?.reason.kind === 'due'
  return { spentMinutes, waitingMinutes: next && isWaiting ? minutesOf(next.exercise) : 0 }
}
