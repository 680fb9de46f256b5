import type { StudyDay } from '../day.ts'
import type { Memory } from '../memory.ts'
import type { PlacedReview } from '../placement.ts'
import type { Scheduler } from '../scheduler.ts'

/**
 * Weak evidence that a card is known, as an exercise that needs it was accepted at once: it comes back a day
 * later, if fuzz leaves that day open. No more, for `npm run bench:evidence` shows no gain in it. Undefined
 * for a card that is due already, on steps, or has a day that the learner set.
 */
export function delayedAsKnown(
  memory: Memory,
  today: StudyDay,
  { rangeOf, idealIntervalDays }: Pick<Scheduler, 'rangeOf' | 'idealIntervalDays'>,
): PlacedReview | undefined {
  if (memory.kind !== 'review' || memory.dueDay <= today) return undefined
  const dueDay = memory.lastDay + Math.round(idealIntervalDays(memory))
  const { first, last } = rangeOf({ ...memory, dueDay }, 0)
  if (memory.dueDay < first || memory.dueDay >= last) return undefined
  return { day: memory.dueDay + 1, reviewedAt: memory.lastReview }
}
