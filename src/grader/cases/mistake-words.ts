import type { Exercise } from '../../core/exercise.ts'
import type { Mistake } from '../../kit/rules.ts'
import { loadGrader } from './load-grader.ts'

/** By their ids the mistakes of an exercise: in the field's own words, and with the cards that teach the point. */
export async function mistakeWords(
  graderRoot: string,
  exercise: Exercise,
): Promise<ReadonlyMap<string, Mistake>> {
  const { rules } = await loadGrader(graderRoot, exercise)
  return new Map((rules?.choices ?? []).flatMap(({ id, mistake }) => (mistake ? [[id, mistake]] : [])))
}
