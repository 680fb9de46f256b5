import type { StudyDay } from '../../../src/core/day.ts'
import { schedulerFor } from '../../../src/core/parameters-by-scope.ts'
import type { PlannedMemory } from '../../../src/core/planned-memory.ts'
import type { SchedulingParameters } from '../../../src/core/scheduling-parameters.ts'

/** Recall as the planner's own model foretells it. */
export function recallBy(parameters: SchedulingParameters): (memory: PlannedMemory, day: StudyDay) => number {
  const { factor, decay } = schedulerFor(parameters).forgetting
  return (memory, day) => (1 + (factor * Math.max(0, day - memory.lastDay)) / memory.stability) ** decay
}
