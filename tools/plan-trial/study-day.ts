import type { Rating } from '../../src/core/rating.ts'
import type { MemoryStrength, Scheduler } from '../../src/core/scheduler.ts'

/** A day's answers to one card: a new one is asked twice unless it is easy, one that was forgotten once more. */
export function studyDay(
  { strengthen }: Scheduler,
  before: MemoryStrength | undefined,
  elapsedDays: number,
  rating: Rating,
): MemoryStrength {
  const after = strengthen(before, elapsedDays, rating)
  const isAskedAgain = rating === 'again' || (before === undefined && rating !== 'easy')
  return isAskedAgain ? strengthen(after, 0, 'good') : after
}
