import { DEFAULT_WEIGHTS } from '../scheduler.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'

/** One way in which the learner may forget; the planner does not know which is true. */
export interface Belief {
  readonly parameters: SchedulingParameters
  /** So many times as fast as the parameters say. */
  readonly speed: number
  /** How probable it is, all together 1. */
  readonly weight: number
}

/** As the parameters say. */
export function ownBelief(parameters: SchedulingParameters): Belief {
  return { parameters, speed: 1, weight: 1 }
}

/**
 * Three speeds that stand for a log-normal one (Gauss-Hermite quadrature), the parameters' own first; and
 * where these were fitted, the forgetting of most learners.
 * @param reviews how many answers to due cards the learner has given: they tell how fast they forget
 */
export function beliefsOf(parameters: SchedulingParameters, reviews: number): readonly [Belief, ...Belief[]] {
  const spread = Math.exp(Math.sqrt(3) * deviation(reviews))
  const isFitted = parameters.weights.some((weight, at) => weight !== DEFAULT_WEIGHTS[at])
  const usual = { parameters: { ...parameters, weights: DEFAULT_WEIGHTS }, speed: 1, weight: 1 / 6 }
  return [
    { parameters, speed: 1, weight: isFitted ? 1 / 2 : 2 / 3 },
    { parameters, speed: spread, weight: 1 / 6 },
    { parameters, speed: 1 / spread, weight: 1 / 6 },
    ...(isFitted ? [usual] : []),
  ]
}

/** Of the logarithm of a learner's speed before the first review, and what remains where the model is not theirs. */
const [UNKNOWN, MISFIT] = [0.7, 0.3]
/** Fisher information about it in one answer to a card that is recalled with a probability of 90 %. */
const TOLD = 0.05

function deviation(reviews: number): number {
  return Math.sqrt(1 / (UNKNOWN ** -2 + TOLD * reviews) + MISFIT ** 2)
}
