import type { StudyDay } from '../day.ts'
import { schedulerFor } from '../parameters-by-scope.ts'
import { RATINGS } from '../rating.ts'
import { type MemoryStrength, recallAfter } from '../scheduler.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'
import { FIRST_RATINGS } from '../workload/draw-rating.ts'
import type { PlannedItem } from './policy.ts'
import { createStudy } from './study.ts'

/** What a study is expected to add to the probability of recall. */
export interface Gain {
  readonly added: number
  readonly perMinute: number
}

/** How many times as long a forgotten item takes as one that is recalled, and how often that is expected. */
const [FORGOTTEN, EXPECTED] = [2.5, 0.15]

/** Of studying an item on a day, as of a later one. */
export function createGain(parameters: SchedulingParameters) {
  const { forgetting } = schedulerFor(parameters)
  const recall = (memory: MemoryStrength, days: number) => recallAfter(forgetting, days, memory)
  const study = createStudy(parameters)
  const firsts = RATINGS.map((rating) => study(undefined, 0, rating))

  return ({ memory, minutes }: PlannedItem, day: StudyDay, date: StudyDay): Gain => {
    if (memory === undefined) {
      const added = firsts.reduce(
        (sum, strength, at) => sum + (FIRST_RATINGS[at] ?? 0) * recall(strength, date - day),
        0,
      )
      return { added, perMinute: added / minutes.first }
    }
    const elapsed = day - memory.lastDay
    const known = recall(memory, elapsed)
    const after = (rating: 'good' | 'again') => recall(study(memory, elapsed, rating), date - day)
    const expected = known * after('good') + (1 - known) * after('again')
    const added = expected - recall(memory, date - memory.lastDay)
    return { added, perMinute: added / (minutes.again * relativeMinutes(known)) }
  }
}

function relativeMinutes(known: number): number {
  const minutes = (forgotten: number) => 1 + forgotten * (FORGOTTEN - 1)
  return minutes(1 - known) / minutes(EXPECTED)
}
