import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import type { OpenExercise } from '../../app/open-exercise.ts'
import type { Solution } from '../../app/take-solution.ts'
import { dateOf } from '../../core/day.ts'
import { type Exercise, LANGUAGES } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'

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
    difficulty: exercise.difficulty,
    minutes: exercise.minutes,
    languages: LANGUAGES,
    budget: exercise.budget ?? null,
    reason: reason.kind,
    attempts,
    accepted,
    best,
    due: memory.kind === 'review' ? dateOf(memory.dueDay) : null,
    lastVerdict: last?.verdict ?? null,
  }
}

/** What `exercise --hint --json` prints; null: there are no more. */
export function hintFields({ id }: Exercise, hint: Text | undefined): object {
  return { exercise: id, hint: hint ?? null }
}

/** What `exercise --give-up --json` prints. */
export function solutionFields({ submission, reference, explanation, cards, next }: Solution): object {
  const { exercise, language } = submission
  return {
    exercise: exercise.id,
    language,
    solution: reference ?? null,
    explanation: explanation ?? null,
    cards: cards.map(({ id }) => id),
    next: next?.exercise.id ?? null,
  }
}

/** What `exercise ID --json` prints. */
export function openExerciseFields(open: OpenExercise): object {
  const { exercise, missing, language, path, created, earlier, statement, hints } = open
  const { id, title, difficulty, minutes, budget, prerequisites } = exercise
  return {
    exercise: id,
    title,
    difficulty,
    minutes,
    language,
    path,
    created,
    earlier: earlier ?? null,
    reason: reasonFields(open),
    prerequisites,
    missing,
    budget: budget ?? null,
    statement,
    hints,
  }
}

/** `unstable` of a new one is `missing`; it was here before. */
function reasonFields({ reason, missing }: OpenExercise): object {
  return reason.kind === 'new' ? { ...reason, unstable: missing } : reason
}
