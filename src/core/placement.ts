import type { Instant, StudyDay } from './day.ts'
import type { Memory } from './memory.ts'
import type { Scheduler } from './scheduler.ts'

/** For which review a day was chosen, and which. */
export interface PlacedReview {
  readonly day: StudyDay
  readonly reviewedAt: Instant
}

/**
 * The memory, due on that day: unless another review is the last by now (the one was undone, or a merge
 * brought a later one), or a merge made the memory such that the day lies outside its range.
 */
export function placedOn(memory: Memory, { day, reviewedAt }: PlacedReview, { rangeOf }: Scheduler): Memory {
  if (memory.kind !== 'review' || memory.lastReview !== reviewedAt) return memory
  const { first, last } = rangeOf(memory, 0)
  const isWithin = day >= first && day <= last && day > memory.lastDay
  return isWithin ? { ...memory, dueDay: day, intervalDays: day - memory.lastDay } : memory
}
