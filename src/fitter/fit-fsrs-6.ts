import type { FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding'
import type { FitWeights } from '../core/fit/fit-weights.ts'
import type { Sample, StudiedReview } from '../core/fit/samples.ts'
import { RATINGS } from '../core/rating.ts'
import { loadBinding } from './load-binding.ts'

/** fsrs-rs leaves out longer histories. */
const LONGEST = 256

/** By fsrs-rs, in threads of its own, with the settings and the filter of outliers that are its defaults. */
export const fitFsrs6: FitWeights = async (samples, { steps, gamma, signal, onProgress }) => {
  const binding = await loadBinding()
  signal.throwIfAborted()
  const reviewOf = rememberReviews(binding.FSRSBindingReview)
  const items = samples
    .filter(({ place }) => place < LONGEST)
    .map((sample) => itemOf(sample, binding.FSRSBindingItem, reviewOf))
  const weights = binding.computeParameters(items, {
    enableShortTerm: steps.learning.length + steps.relearning.length > 0,
    numRelearningSteps: steps.relearning.length,
    trainingConfig: {
      numEpochs: 5,
      batchSize: 512,
      seed: 2023,
      maxSeqLen: LONGEST,
      learningRate: 0.04,
      gamma,
    },
    timeout: 10,
    progress: (done, total) => {
      onProgress(total === 0 ? 0 : done / total)
      return !signal.aborted
    },
  })
  return weights.catch((error: unknown) => {
    signal.throwIfAborted()
    throw error
  })
}

function itemOf(
  { history, place }: Sample,
  Item: typeof FSRSBindingItem,
  reviewOf: (review: StudiedReview) => FSRSBindingReview,
): FSRSBindingItem {
  return new Item(history.slice(0, place + 1).map(reviewOf))
}

/** There are few different ones; the library copies each into its items. */
function rememberReviews(Review: typeof FSRSBindingReview): (review: StudiedReview) => FSRSBindingReview {
  const known = new Map<string, FSRSBindingReview>()
  return ({ rating, elapsedDays }) => {
    return known.getOrInsertComputed(
      `${rating} ${elapsedDays}`,
      () => new Review(RATINGS.indexOf(rating) + 1, elapsedDays),
    )
  }
}
