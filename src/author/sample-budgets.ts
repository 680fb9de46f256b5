import { createHash } from 'node:crypto'
import type { ExerciseId } from '../core/ids.ts'

/** As many whether there are six exercises or sixty: a budget takes longer than all else of its exercise. */
const DRAWN = 1

/**
 * The exercises whose budgets are measured where there is no time for all: another commit draws others, the same commit the same.
 * @param commit any text that names it
 */
export function sampleBudgets(ids: readonly ExerciseId[], commit: string): readonly ExerciseId[] {
  const place = (id: ExerciseId) => createHash('sha256').update(`${commit} ${id}`).digest('hex')
  const drawn = ids.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
  return drawn.slice(0, DRAWN).sort()
}
