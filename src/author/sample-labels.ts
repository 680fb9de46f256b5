import { createHash } from 'node:crypto'
import type { ExerciseId } from '../core/ids.ts'

/** In all: the test command keeps its time, and `npm run verify` judges all. */
const DRAWN = 36

/** One labelled submission, by its exercise and its name there. */
export interface LabelledName {
  readonly exercise: ExerciseId
  readonly name: string
}

/**
 * Of these labelled submissions such as are judged where there is no time for all: of each exercise about the
 * same number, another commit draws others.
 * @param commit any text that names it
 */
export function sampleLabels(all: readonly LabelledName[], commit: string): readonly LabelledName[] {
  const place = ({ exercise, name }: LabelledName) =>
    createHash('sha256').update(`${commit} ${exercise} ${name}`).digest('hex')
  const queues = [...Map.groupBy(all, ({ exercise }) => exercise).values()].map((labels) =>
    labels.toSorted((one, other) => (place(one) < place(other) ? -1 : 1)),
  )
  const longest = Math.max(0, ...queues.map(({ length }) => length))
  const inTurns = Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []))
  return inTurns.flat().slice(0, DRAWN)
}
