/**
 * MOVING-AVG of the FSRS benchmark, which knows nothing of cards and has no parameter that is fitted: the
 * chance that the next review is recalled, moved a little after each by the gradient of its log loss.
 */
export function nextProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

export const FIRST_LOGIT = 1.2
const RATE = 0.3

export function afterOutcome(logit: number, recalled: boolean): number {
  return logit + RATE * (Number(recalled) - nextProbability(logit))
}
