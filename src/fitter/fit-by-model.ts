import type { FitWeights } from '../core/fit/fit-weights.ts'
import { unreachable } from '../core/unreachable.ts'
import { fitFsrs6 } from './fit-fsrs-6.ts'

/** The one place that knows which model is fitted by what. */
export const fitWeights: FitWeights = (samples, how) => {
  switch (how.model) {
    case 'fsrs-6':
      return fitFsrs6(samples, how)
    default:
      return unreachable(how.model)
  }
}
