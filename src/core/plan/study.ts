import { schedulerFor } from '../parameters-by-scope.ts'
import type { Rating } from '../rating.ts'
import type { MemoryStrength } from '../scheduler.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'

/** What a day makes of a memory on which it is first answered so. */
export type Study = (
  before: MemoryStrength | undefined,
  elapsedDays: number,
  rating: Rating,
) => MemoryStrength

/** Where there are steps of minutes, what is forgotten, or new and not easy, is asked once more on the day. */
export function createStudy(parameters: SchedulingParameters): Study {
  const { strengthen } = schedulerFor(parameters)
  const hasSteps = parameters.steps.learning.length > 0
  return (before, elapsedDays, rating) => {
    const after = strengthen(before, elapsedDays, rating)
    const isRepeated = rating === 'again' || (before === undefined && rating !== 'easy')
    return hasSteps && isRepeated ? strengthen(after, 0, 'good') : after
  }
}
