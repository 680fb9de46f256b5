import { sum } from '../sum.ts'
import { type Bin, binOf, rmseOfBins, withPrediction } from './bins.ts'
import { afterOutcome, FIRST_LOGIT, nextProbability } from './moving-average.ts'
import {
  areaUnderRoc,
  type CalibrationPoint,
  calibrationPoints,
  countOutcome,
  noOutcomes,
  type Outcomes,
  type PackedOutcomes,
  packOutcomes,
  unpackOutcomes,
} from './outcomes.ts'
import type { Prediction } from './prediction.ts'

/** How well recall was foretold. */
export interface Calibration {
  readonly reviews: number
  readonly recalled: number
  /** The mean of what the scheduler foretold. */
  readonly predicted: number
  readonly scheduler: Quality
  /** The moving average, on the same reviews: a scheduler that knows anything of the cards is better. */
  readonly average: Quality
  readonly points: readonly CalibrationPoint[]
}

/** By the measures of the FSRS benchmark. */
export interface Quality {
  readonly logLoss: number
  readonly rmseBins: number
  /** Undefined where all reviews came out alike. */
  readonly auc: number | undefined
}

/** Sums, from which whoever kept them goes on. */
export interface KeptCalibration {
  readonly logit: number
  readonly scheduler: KeptLoss
  readonly average: KeptLoss
  readonly bins: readonly (readonly [string, Bin])[]
}

interface KeptLoss {
  readonly logLoss: number
  readonly outcomes: PackedOutcomes
}

/** Takes predictions in the order of their reviews. */
export function createCalibration(kept?: KeptCalibration) {
  const bins = new Map<string, Bin>(kept?.bins)
  const scheduler = createLoss(kept?.scheduler)
  const average = createLoss(kept?.average)
  let logit = kept?.logit ?? FIRST_LOGIT

  function add(prediction: Prediction): void {
    const { probability, recalled } = prediction
    const usual = nextProbability(logit)
    const name = binOf(prediction)
    bins.set(name, withPrediction(bins.get(name), probability, usual, recalled))
    scheduler.add(probability, recalled)
    average.add(usual, recalled)
    logit = afterOutcome(logit, recalled)
  }

  const keep = (): KeptCalibration => ({
    logit,
    scheduler: scheduler.keep(),
    average: average.keep(),
    bins: [...bins],
  })

  /** Undefined before the first prediction. */
  function result(): Calibration | undefined {
    const all = [...bins.values()]
    const reviews = sum(all.map(({ count }) => count))
    if (reviews === 0) return undefined
    return {
      reviews,
      recalled: sum(all.map(({ recalled }) => recalled)),
      predicted: sum(all.map((bin) => bin.scheduler)) / reviews,
      scheduler: { ...scheduler.quality(reviews), rmseBins: rmseOfBins(all, 'scheduler') },
      average: { ...average.quality(reviews), rmseBins: rmseOfBins(all, 'average') },
      points: calibrationPoints(scheduler.outcomes),
    }
  }

  return { add, keep, result }
}

interface Loss {
  readonly outcomes: Outcomes
  readonly add: (probability: number, recalled: boolean) => void
  readonly keep: () => KeptLoss
  readonly quality: (reviews: number) => Omit<Quality, 'rmseBins'>
}

function createLoss(kept?: KeptLoss): Loss {
  const outcomes = kept ? unpackOutcomes(kept.outcomes) : noOutcomes()
  let logLoss = kept?.logLoss ?? 0
  return {
    outcomes,
    add: (probability, recalled) => {
      logLoss += logLossOf(probability, recalled)
      countOutcome(outcomes, probability, recalled)
    },
    keep: () => ({ logLoss, outcomes: packOutcomes(outcomes) }),
    quality: (reviews) => ({ logLoss: logLoss / reviews, auc: areaUnderRoc(outcomes) }),
  }
}

/** Of one review. No probability counts as certain: it is held off 0 and 1 as scikit-learn does. */
export function logLossOf(probability: number, recalled: boolean): number {
  const held = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability))
  return -Math.log(recalled ? held : 1 - held)
}
