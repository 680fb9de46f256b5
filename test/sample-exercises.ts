import { createHash } from 'node:crypto'
import type { Exercise } from '../src/core/exercise.ts'
import type { ExerciseId } from '../src/core/ids.ts'

/** As many whether there are six exercises or sixty: the test command keeps its time. */
const DRAWN = 3
/** Of these, where they have budgets: one takes longer than all else of its exercise. */
const MEASURED = 1

export interface ExerciseSample {
  /** Those of which more is tried than what every commit tries of all. */
  readonly drawn: readonly ExerciseId[]
  /** Those whose budgets are measured. */
  readonly measured: readonly ExerciseId[]
}

/** Whether it is of the third that this commit draws. */
export function isInThird(name: string, commit: string): boolean {
  return Number.parseInt(hash(`${commit} ${name}`).slice(0, 8), 16) % 3 === 0
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * The exercises that are drawn where there is no time for all: those that were changed, then such as another commit draws otherwise.
 * @param commit any text that names it
 */
export function sampleExercises(
  exercises: readonly Pick<Exercise, 'id' | 'budget'>[],
  commit: string,
  changed: readonly ExerciseId[],
): ExerciseSample {
  const place = (id: ExerciseId) => hash(`${commit} ${id}`)
  const shuffled = exercises.toSorted((one, other) => (place(one.id) < place(other.id) ? -1 : 1))
  const { first = [], later = [] } = Object.groupBy(shuffled, ({ id }) =>
    changed.includes(id) ? 'first' : 'later',
  )
  const inOrder = [...first, ...later]
  const measured = inOrder.filter(({ budget }) => budget !== undefined).slice(0, MEASURED)
  const drawn = [...measured, ...inOrder.filter((one) => !measured.includes(one))].slice(0, DRAWN)
  const idsOf = (some: typeof shuffled) => some.map(({ id }) => id).toSorted()
  return { drawn: idsOf(drawn), measured: idsOf(measured) }
}
