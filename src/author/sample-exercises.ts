import { createHash } from 'node:crypto'
import type { Exercise } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'

/**
 * As many whether there are six exercises or sixty: the test command keeps its time, and `npm run verify`
 * judges all.
 */
const JUDGED = 3
/** Of these, where they have budgets: one takes longer than all else of its exercise. */
const MEASURED = 1

export interface ExerciseSample {
  readonly judged: readonly ExerciseId[]
  /** Those whose budgets are measured too. */
  readonly measured: readonly ExerciseId[]
}

/**
 * The exercises that are judged where there is no time for all: those that were changed, then such as another
 * commit draws otherwise.
 * @param commit any text that names it
 */
export function sampleExercises(
  exercises: readonly Pick<Exercise, 'id' | 'budget'>[],
  commit: string,
  changed: readonly ExerciseId[],
): ExerciseSample {
  const place = (id: ExerciseId) => createHash('sha256').update(`${commit} ${id}`).digest('hex')
  const drawn = exercises.toSorted((one, other) => (place(one.id) < place(other.id) ? -1 : 1))
  const { first = [], later = [] } = Object.groupBy(drawn, ({ id }) =>
    changed.includes(id) ? 'first' : 'later',
  )
  const inOrder = [...first, ...later]
  const measured = inOrder.filter(({ budget }) => budget !== undefined).slice(0, MEASURED)
  const others = inOrder.filter((one) => !measured.includes(one)).slice(0, JUDGED - measured.length)
  const idsOf = (some: typeof drawn) => some.map(({ id }) => id).toSorted()
  return { judged: idsOf([...measured, ...others]), measured: idsOf(measured) }
}
