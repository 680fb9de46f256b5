import { expect, test } from 'vitest'
import { createGathering } from '../../src/core/fit/gather-histories.ts'
import { logLossOn } from '../../src/core/fit/log-loss.ts'
import { samplesOf } from '../../src/core/fit/samples.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { areWeights, createScheduler, usableWeights } from '../../src/core/scheduler.ts'
import { fitWeights } from '../../src/fitter/fit-by-model.ts'
import { FORGETFUL, reviewsOf } from '../core/fit/simulated-learner.ts'

const PARAMETERS = INITIAL_PARAMETERS.cards

function samplesFrom(days: number, seed: string) {
  const gathering = createGathering()
  for (const review of reviewsOf(FORGETFUL, days, seed)) gathering.add(review)
  return samplesOf(gathering.result().histories)
}

const how = { model: PARAMETERS.model, steps: PARAMETERS.steps, gamma: 20, onProgress: () => undefined }

test('a fit foretells other reviews of the same learner better than the defaults, and nearly as well as the truth', async () => {
  const weights = usableWeights(
    await fitWeights(samplesFrom(60, 'known'), { ...how, signal: new AbortController().signal }),
    PARAMETERS.steps,
  )
  expect(areWeights(weights, PARAMETERS.steps)).toBe(true)
  const others = samplesFrom(80, 'unknown')
  const [fitted, defaults, truth] = [weights, PARAMETERS.weights, FORGETFUL].map((one) =>
    logLossOn(others, createScheduler({ ...PARAMETERS, weights: one })),
  ) as [number, number, number]
  expect(fitted).toBeLessThan(defaults)
  expect(fitted - truth).toBeLessThan((defaults - truth) / 2)
})

test('the same samples give the same weights, and progress reaches the end', async () => {
  const shares: number[] = []
  const fitOnce = () =>
    fitWeights(samplesFrom(25, 'same'), {
      ...how,
      onProgress: (share) => shares.push(share),
      signal: new AbortController().signal,
    })
  const first = await fitOnce()
  expect(await fitOnce()).toEqual(first)
  expect(Math.max(0, ...shares)).toBeLessThanOrEqual(1)
})

test('a fit that is stopped rejects with the reason', async () => {
  const stopping = new AbortController()
  const fitting = fitWeights(samplesFrom(200, 'stopped'), { ...how, signal: stopping.signal })
  stopping.abort(new Error('stopped'))
  await expect(fitting).rejects.toThrow('stopped')
})
