import type { ExerciseRecord } from '../../app/collect-statistics.ts'
import type { Deps } from '../../app/deps.ts'
import type { OpenExercise } from '../../app/open-exercise.ts'
import type { Text } from '../../core/locale.ts'
import { exerciseLines } from '../exercise/exercise-view.ts'
import { NO_MORE_HINTS } from '../exercise/handed-out.ts'
import { exerciseListLines } from '../exercise-list/exercise-list-view.ts'
import { BLANK } from '../text/line.ts'
import { plainAround, plainText, titleLine } from './plain-text.ts'

/** Why, what, how fast and where. */
export function exerciseText(deps: Deps, open: OpenExercise): string {
  const around = plainAround(deps)
  return plainText([titleLine(open.exercise, open.language, around), BLANK, ...exerciseLines(open, around)])
}

/** The most useful first. */
export function listText(deps: Deps, records: readonly ExerciseRecord[]): string {
  return plainText(exerciseListLines(records, undefined, plainAround(deps)).lines)
}

export function hintText(deps: Deps, hint: Text | undefined): string {
  return plainAround(deps).say(hint ?? NO_MORE_HINTS)
}
