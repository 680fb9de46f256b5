import type { Exercise } from '../core/exercise.ts'
import { minutesTaken } from '../core/interview-record.ts'
import type { Deps } from './deps.ts'

/**
 * How long an exercise takes: as long as the learner last needed under an interview's clock, else what its
 * author says.
 */
export function exerciseMinutes({ store }: Pick<Deps, 'store'>): (exercise: Exercise) => number {
  const taken = minutesTaken(store.interviews())
  return ({ id, minutes }) => taken.get(id) ?? minutes
}
