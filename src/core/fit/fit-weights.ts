import type { SchedulingParameters } from '../scheduling-parameters.ts'
import type { Sample } from './samples.ts'

/**
 * Finds weights of the model under which the samples, in the order of their reviews, are likely. Rejects when
 * the signal was aborted.
 */
export type FitWeights = (samples: readonly Sample[], how: FitOptions) => Promise<readonly number[]>

export interface FitOptions {
  readonly model: SchedulingParameters['model']
  readonly steps: SchedulingParameters['steps']
  /** How strongly weights are drawn to the defaults. */
  readonly gamma: number
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
}

const FEW_REVIEWS = 3000

/** Tried on simulated learners: fewer reviews than this mislead a fit that is not held back. */
export function gammaFor(reviews: number): number {
  return reviews < FEW_REVIEWS ? 20 : 1
}
