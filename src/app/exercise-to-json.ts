import { dateOf } from '../core/day.ts'
import type { ExerciseRecord } from './collect-statistics.ts'
import type { OpenExercise } from './open-exercise.ts'

/** A line of `exercise --list --json` and of `stats --json`. */
export function recordToJson({ exercise, reason, state, accepted, last }: ExerciseRecord): object {
  const { memory, attempts, best } = state
  return {
    exercise: exercise.id,
    title: exercise.title,
    reason: reason.kind,
    attempts,
    accepted,
    best,
    due: memory.kind === 'review' ? dateOf(memory.dueDay) : null,
    lastVerdict: last?.verdict ?? null,
  }
}

/** What `exercise ID --json` prints. */
export function openToJson(open: OpenExercise): object {
  const { exercise, reason, language, path, created, statement, hints } = open
  const { id, title, minutes, budget, prerequisites } = exercise
  return {
    exercise: id,
    title,
    minutes,
    language,
    path,
    created,
    reason,
    prerequisites,
    budget: budget ?? null,
    statement,
    hints,
  }
}
