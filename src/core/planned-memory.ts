import type { StudyDay } from './day.ts'
import type { SeenMemory } from './memory.ts'
import type { MemoryStrength } from './scheduler.ts'

/** What a plan, or a forecast of the workload, sees of a memory. */
export interface PlannedMemory extends MemoryStrength {
  readonly lastDay: StudyDay
  readonly dueDay: StudyDay
}

/** What is on steps of minutes is due today. */
export function plannedMemory(memory: SeenMemory, today: StudyDay): PlannedMemory {
  const { stability, difficulty, lastDay } = memory
  return { stability, difficulty, lastDay, dueDay: memory.kind === 'review' ? memory.dueDay : today }
}
