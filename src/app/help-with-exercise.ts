import type { Exercise, Language } from '../core/exercise.ts'
import { hintsInRound } from '../core/exercise-state.ts'
import type { Text } from '../core/locale.ts'
import { createNameSpeller } from '../core/spell-names.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import type { Deps } from './deps.ts'

/** The next hint of this round, recorded: it lowers the rating that the attempt earns. Undefined when all are seen. */
export function nextHint(deps: Deps, exercise: Exercise, language: Language): Text | undefined {
  const now = deps.now()
  const hint = exercise.hints[hintsInRound(deps.store.exercise(exercise.id), now)]
  if (hint !== undefined) deps.store.recordExercise({ kind: 'hint', exercise: exercise.id }, now)
  return hint && createNameSpeller(exercise.signature, supportFor(language).spell).inProse(hint)
}
