import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise, Language } from '../core/exercise.ts'
import { hintsInRound } from '../core/exercise-state.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import type { Deps } from './deps.ts'

/** The next hint of this round, recorded: it lowers the rating that the attempt earns. Undefined when all are seen. */
export function nextHint(deps: Deps, exercise: Exercise): Text | undefined {
  const now = deps.now()
  const hint = exercise.hints[hintsInRound(deps.store.exercise(exercise.id), now)]
  if (hint !== undefined) deps.store.recordExercise({ kind: 'hint', exercise: exercise.id }, now)
  return hint
}

/** The reference in a language, recorded as given up: the exercise comes back as one that was forgotten. */
export function giveUp(deps: Deps, exercise: Exercise, language: Language): string {
  const path = join(deps.folders.graders, exercise.id, supportFor(language).referenceFile)
  if (!existsSync(path)) {
    const { name } = supportFor(language)
    throw new Problem(
      { en: `${exercise.id} has no solution in ${name}.`, zh: `${exercise.id} 没有 ${name} 的参考答案。` },
      { remedy: { en: 'Ask for another language with --lang.', zh: '请用 --lang 换一种编程语言。' } },
    )
  }
  deps.store.recordExercise(
    {
      kind: 'attempt',
      exercise: exercise.id,
      language,
      outcome: { kind: 'given-up' },
      ratio: undefined,
      diagnosis: undefined,
      recalls: [],
      source: '',
    },
    deps.now(),
  )
  return readFileSync(path, 'utf8')
}
