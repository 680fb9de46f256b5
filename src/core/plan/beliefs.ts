import { DEFAULT_WEIGHTS } from '../scheduler.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'

/** One way in which the learner may forget; the planner does not know which is true. */
export interface Belief {
  readonly parameters: SchedulingParameters
  /** So many times as fast as the parameters say. */
  readonly speed: number
}

/** Learners for whom one set of parameters is fitted to all of them differ by about as much. */
const SPREAD = 1.5

/** As the learner's parameters say, faster, slower, and where they were fitted, as most learners forget. */
export function beliefsOf(parameters: SchedulingParameters): readonly [Belief, ...Belief[]] {
  const others = [SPREAD, 1 / SPREAD].map((speed) => ({ parameters, speed }))
  const isFitted = parameters.weights.some((weight, at) => weight !== DEFAULT_WEIGHTS[at])
  const usual = { parameters: { ...parameters, weights: DEFAULT_WEIGHTS }, speed: 1 }
  return [{ parameters, speed: 1 }, ...others, ...(isFitted ? [usual] : [])]
}
