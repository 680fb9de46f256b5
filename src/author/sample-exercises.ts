import { createHash } from 'node:crypto'
import type { ExerciseId } from '../core/ids.ts'

/** As many whether there are six exercises or sixty: the test command keeps its time, and `npm run verify` judges all. */
const JUDGED = 3
/** Of these: a budget takes longer than all else of its exercise. */
const MEASURED = 1

export interface ExerciseSample {
  readonly judged: readonly ExerciseId[]
  /** Those whose budgets are measured too. */
  readonly measured: readonly ExerciseId[]
}

/**
 * The exercises that are judged where there is no time for all: those that were changed, then such as another commit draws otherwise.
 * @param commit any text that names it
 */
export function sampleExercises(
  ids: readonly ExerciseId[],
  commit: string,
  changed: readonly ExerciseId[],
): ExerciseSample {
  const place = (id: ExerciseId) => createHash('sha256').update(`${commit} ${id}`).digest('hex')
  const drawn = ids.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
  const { first = [], later = [] } = Object.groupBy(drawn, (id) => (changed.includes(id) ? 'first' : 'later'))
  const judged = [...first, ...later].slice(0, JUDGED)
  return { judged: judged.toSorted(), measured: judged.slice(0, MEASURED) }
}
