import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import type { OpenExercise } from '../../app/open-exercise.ts'
import { dateOf } from '../../core/day.ts'

/** What `exercise --list --json` prints. */
export function exerciseListFields(records: readonly ExerciseRecord[]): object {
  return { exercises: records.map(recordFields) }
}

/** A line of that list and of `stats --json`. */
export function recordFields({ exercise, reason, state, accepted, last }: ExerciseRecord): object {
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
export function openExerciseFields(open: OpenExercise): object {
  const { exercise, reason, language, path, created, earlier, statement, hints } = open
  const { id, title, minutes, budget, prerequisites } = exercise
  return {
    exercise: id,
    title,
    minutes,
    language,
    path,
    created,
    earlier: earlier ?? null,
    reason,
    prerequisites,
    budget: budget ?? null,
    statement,
    hints,
  }
}
