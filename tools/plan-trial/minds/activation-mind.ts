import type { Mind, TrialDay } from '../mind.ts'

/** What a day of study left: it fades as a power of time, and the faster the more was still there. */
export interface ActivationTrace {
  readonly day: TrialDay
  readonly decay: number
}

export interface Activation {
  readonly decay: number
  /** How much faster a study fades for the activation that it met. */
  readonly crowding: number
  /** Units of the model's time in a day. */
  readonly pace: number
  readonly threshold: number
  readonly noise: number
}

/**
 * Fitted by least squares to the 37 means of Cepeda, Vul, Rohrer, Wixted and Pashler 2008 (test/plan-trial/cepeda-2008.ts): 4.3 points of root mean
 * square error, R² .977.
 */
export const CEPEDA_2008: Activation = {
  decay: 0.3314,
  crowding: 0.1789,
  pace: 18.83,
  threshold: -1.894,
  noise: 0.3037,
}

/** ACT-R with spacing, after Pavlik and Anderson 2005: traces that fade as powers of time and add up. */
export function createActivationMind(
  activation: Activation,
  thresholdOf: (card: number) => number = () => activation.threshold,
): Mind<readonly ActivationTrace[]> {
  const { decay, crowding, pace, noise } = activation
  const strength = (traces: readonly ActivationTrace[], day: TrialDay) => {
    let sum = 0
    for (const trace of traces) sum += (1 + pace * Math.max(0, day - trace.day)) ** -trace.decay
    return sum
  }
  return {
    recall: (card, traces, day) =>
      traces ? 1 / (1 + Math.exp((thresholdOf(card) - Math.log(strength(traces, day))) / noise)) : 0,
    study: (_card, traces = [], day) => [...traces, { day, decay: decay + crowding * strength(traces, day) }],
  }
}
