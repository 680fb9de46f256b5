import type { StudyDay } from '../../core/day.ts'
import type { SeenMemory } from '../../core/memory.ts'
import type { PlannedMemory } from '../../core/plan/policy.ts'

/** What a plan or a forecast of the workload sees of a memory; what is on steps of minutes is due today. */
export function plannedMemory(memory: SeenMemory, today: StudyDay): PlannedMemory {
  const { stability, difficulty, lastDay } = memory
  return { stability, difficulty, lastDay, dueDay: memory.kind === 'review' ? memory.dueDay : today }
}
