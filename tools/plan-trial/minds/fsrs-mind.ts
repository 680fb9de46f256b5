import { schedulerFor } from '../../../src/core/parameters-by-scope.ts'
import { createStudy } from '../../../src/core/plan/study.ts'
import type { MemoryStrength } from '../../../src/core/scheduler.ts'
import type { SchedulingParameters } from '../../../src/core/scheduling-parameters.ts'
import type { Mind, TrialDay } from '../mind.ts'

export interface FsrsTrace extends MemoryStrength {
  readonly lastDay: TrialDay
}

export interface FsrsTruth {
  readonly parameters: SchedulingParameters
  /** How many times as long as the model says a card is kept; 1 where it is right. */
  readonly stretch?: (card: number) => number
  /** The age of a day for forgetting, rising with it; the day itself where forgetting does not change. */
  readonly clock?: (day: TrialDay) => number
}

/** FSRS-6 as the truth. */
export function createFsrsMind(truth: FsrsTruth): Mind<FsrsTrace> {
  const { stretch = () => 1, clock = (day: TrialDay) => day } = truth
  const { factor, decay } = schedulerFor(truth.parameters).forgetting
  const strengthen = createStudy(truth.parameters)
  const elapsed = (card: number, from: TrialDay, to: TrialDay) =>
    Math.max(0, clock(to) - clock(from)) / stretch(card)
  return {
    recall: (card, trace, day) =>
      trace ? (1 + (factor * elapsed(card, trace.lastDay, day)) / trace.stability) ** decay : 0,
    study: (card, trace, day, rating) => {
      const days = trace ? elapsed(card, trace.lastDay, day) : 0
      return { ...strengthen(trace, days, rating), lastDay: day }
    },
  }
}
