import type { Rating } from '../../src/core/rating.ts'

/** Days since the learner began to plan. Negative ones lie before. */
export type TrialDay = number

/**
 * How one learner truly remembers. A planner never sees it: only the ratings. `Trace` is what has been left of one card; undefined where it was
 * never met, and then nothing is recalled.
 */
export interface Mind<Trace> {
  readonly recall: (card: number, trace: Trace | undefined, day: TrialDay) => number
  /** What a day leaves on which the card was first answered so; what was forgotten is asked once more on the day. */
  readonly study: (card: number, trace: Trace | undefined, day: TrialDay, rating: Rating) => Trace
}

/** From easy (positive) to hard, standard normal over the cards. */
export type Eases = readonly number[]
