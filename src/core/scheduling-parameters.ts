/** What is scheduled by parameters of its own. */
export const SCOPES = ['cards', 'exercises'] as const
export type ParameterScope = (typeof SCOPES)[number]

/** How memories are scheduled. */
export interface SchedulingParameters {
  readonly model: 'fsrs-6'
  /** 21 numbers. */
  readonly weights: readonly number[]
  /** The probability of recall at which a memory is due. */
  readonly desiredRetention: number
  readonly steps: Steps
}

/** Minutes to wait within a day; where there are none at all, a review always waits for another day. */
export interface Steps {
  readonly learning: readonly number[]
  readonly relearning: readonly number[]
}
