import type { Instant } from '../day.ts'
import { createScheduler, usableWeights } from '../scheduler.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'
import { sum } from '../sum.ts'
import { type FitWeights, gammaFor } from './fit-weights.ts'
import type { Gathered } from './gather-histories.ts'
import { logLossOn } from './log-loss.ts'
import { type Sample, samplesOf } from './samples.ts'

/** What came of a fit. */
export type FitOutcome =
  /** `missing` more reviews on later days are needed; `sinceFit`: since the weights were fitted last. */
  | { readonly kind: 'too-few'; readonly missing: number; readonly sinceFit: boolean }
  | { readonly kind: 'kept'; readonly comparison: FitComparison }
  | { readonly kind: 'adopted'; readonly comparison: FitComparison; readonly weights: readonly number[] }

/** How well later reviews were foretold by what was known before them. */
export interface FitComparison {
  readonly reviews: number
  readonly from: Instant
  readonly to: Instant
  /** Log loss of the weights that stand, and of those that were fitted on what lies before. */
  readonly before: number
  readonly after: number
}

export interface FitInput extends Pick<Gathered, 'histories'> {
  readonly parameters: SchedulingParameters
  /**
   * When the weights that stand were fitted: before that they had seen what they would be judged by.
   * Undefined for the defaults.
   */
  readonly fittedAt: Instant | undefined
  readonly fitWeights: FitWeights
  readonly signal: AbortSignal
  readonly onProgress: (share: number) => void
}

const FEWEST = 400
const FEWEST_LATER = 100
const PARTS = 5
/** Better by less is not worth a change. */
const WORTH_IT = 0.001

/**
 * Fits weights, and adopts them only where such a fit foretells later reviews better than the weights that
 * stand: what lies behind the first sixth, or behind the last fit, is cut into parts, and each is foretold
 * from all that lies before it.
 */
export async function judgeFit(input: FitInput): Promise<FitOutcome> {
  const { histories, parameters, fittedAt } = input
  const samples = samplesOf(histories)
  const later = laterThan(samples, fittedAt)
  const missing = Math.max(FEWEST - samples.length, FEWEST_LATER - later.length)
  if (missing > 0) return { kind: 'too-few', missing, sinceFit: samples.length >= FEWEST }

  const fitTo = fitterOf(input)
  const losses = { before: logLossOn(later, createScheduler(parameters)), after: 0 }
  for (const { known, tested } of partsOf(samples, later)) {
    const weights = await fitTo(known)
    const loss = logLossOn(tested, createScheduler({ ...parameters, weights }))
    losses.after += (loss * tested.length) / later.length
  }
  const comparison = { ...losses, reviews: later.length, from: timeAt(later, 0), to: timeAt(later, -1) }
  if (losses.after > losses.before * (1 - WORTH_IT)) return { kind: 'kept', comparison }
  return { kind: 'adopted', comparison, weights: await fitTo(samples) }
}

function laterThan(samples: readonly Sample[], fittedAt: Instant | undefined): readonly Sample[] {
  const first = Math.ceil(samples.length / (PARTS + 1))
  return samples.slice(first).filter(({ at }) => fittedAt === undefined || at > fittedAt)
}

function partsOf(samples: readonly Sample[], later: readonly Sample[]) {
  const begin = samples.length - later.length
  const bound = (part: number) => begin + Math.round((part * later.length) / PARTS)
  return Array.from({ length: PARTS }, (_, part) => ({
    known: samples.slice(0, bound(part)),
    tested: samples.slice(bound(part), bound(part + 1)),
  }))
}

/** All fits of one judgement are held back alike. */
function fitterOf({ histories, parameters, fitWeights, signal, onProgress }: FitInput) {
  const gamma = gammaFor(sum(histories.map((history) => history.length)))
  const { model, steps } = parameters
  let done = 0
  return async (samples: readonly Sample[]): Promise<readonly number[]> => {
    const weights = await fitWeights(samples, {
      model,
      steps,
      gamma,
      signal,
      onProgress: (share) => onProgress((done + share) / (PARTS + 1)),
    })
    done++
    return usableWeights(weights, steps)
  }
}

function timeAt(samples: readonly Sample[], place: number): Instant {
  return samples.at(place)?.at ?? 0
}
