import { expect, test } from 'vitest'
import type { FitWeights } from '../../../src/core/fit/fit-weights.ts'
import { createGathering } from '../../../src/core/fit/gather-histories.ts'
import { judgeFit } from '../../../src/core/fit/judge-fit.ts'
import { logLossOn } from '../../../src/core/fit/log-loss.ts'
import { type Sample, samplesOf } from '../../../src/core/fit/samples.ts'
import { INITIAL_PARAMETERS } from '../../../src/core/parameters-by-scope.ts'
import { createScheduler, DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { FORGETFUL, reviewsOf } from './simulated-learner.ts'

const PARAMETERS = INITIAL_PARAMETERS.cards

function historiesOf(weights: readonly number[], days: number) {
  const gathering = createGathering()
  for (const review of reviewsOf(weights, days, 'judged')) gathering.add(review)
  return gathering.result().histories
}

/** What each fit was given. */
function judge(
  days: number,
  found: readonly number[],
  more: { fittedAt?: number; truth?: readonly number[] } = {},
) {
  const given: (readonly Sample[])[] = []
  const gammas = new Set<number>()
  const fitWeights: FitWeights = async (samples, { gamma, onProgress }) => {
    given.push(samples)
    gammas.add(gamma)
    onProgress(1)
    return found
  }
  const shares: number[] = []
  const histories = historiesOf(more.truth ?? FORGETFUL, days)
  const outcome = judgeFit({
    histories,
    parameters: PARAMETERS,
    fittedAt: more.fittedAt,
    fitWeights,
    signal: new AbortController().signal,
    onProgress: (share) => shares.push(share),
  })
  return outcome.then((result) => ({
    result,
    given,
    gammas: [...gammas],
    shares,
    samples: samplesOf(histories),
  }))
}

test('weights that foretell later reviews better are adopted, after a last fit to all of them', async () => {
  const { result, given, samples, gammas, shares } = await judge(30, FORGETFUL)
  expect(result.kind).toBe('adopted')
  if (result.kind !== 'adopted') return
  expect(result.comparison.after).toBeLessThan(result.comparison.before)
  expect(result.comparison.reviews).toBe(samples.length - Math.ceil(samples.length / 6))
  expect(given.map(({ length }) => length)).toEqual(
    [...given.map(({ length }) => length)].sort((a, b) => a - b),
  )
  expect(given.at(-1)).toHaveLength(samples.length)
  expect(given.slice(0, -1).every((known) => known.length < samples.length)).toBe(true)
  expect(gammas).toEqual([20])
  expect(shares.at(-1)).toBe(1)
})

test('weights that foretell them worse, or hardly better, are not', async () => {
  expect((await judge(30, FORGETFUL, { truth: DEFAULT_WEIGHTS })).result.kind).toBe('kept')
  const same = (await judge(30, DEFAULT_WEIGHTS)).result
  expect(same.kind).toBe('kept')
  if (same.kind === 'kept') expect(same.comparison.after).toBeCloseTo(same.comparison.before, 10)
})

test('each later part is foretold from what lies before it alone', async () => {
  const { given, samples } = await judge(30, FORGETFUL)
  for (const known of given) expect(known).toEqual(samples.slice(0, known.length))
  expect(given[0]).toHaveLength(Math.ceil(samples.length / 6))
})

test('weights that were fitted are judged only by what came after', async () => {
  const { samples } = await judge(60, FORGETFUL)
  const fittedAt = samples.at(-200)?.at ?? 0
  const { result } = await judge(60, FORGETFUL, { fittedAt })
  expect(result).toMatchObject({ comparison: { reviews: 199 } })
  if ('comparison' in result) expect(result.comparison.from).toBeGreaterThan(fittedAt)
  const soon = samples.at(-60)?.at ?? 0
  expect((await judge(60, FORGETFUL, { fittedAt: soon })).result).toEqual({
    kind: 'too-few',
    missing: 41,
    sinceFit: true,
  })
})

test('too few reviews say how many are missing, and nothing is fitted', async () => {
  const { result, given, samples } = await judge(10, FORGETFUL)
  expect(samples.length).toBeGreaterThan(50)
  expect(result).toEqual({ kind: 'too-few', missing: 400 - samples.length, sinceFit: false })
  expect(given).toEqual([])
})

test('many reviews hold a fit back less', async () => {
  expect((await judge(60, FORGETFUL)).gammas).toEqual([1])
})

test('log loss is that of the probabilities which the scheduler gives day by day', () => {
  const histories = historiesOf(FORGETFUL, 12)
  const scheduler = createScheduler(PARAMETERS)
  let sum = 0
  let count = 0
  for (const history of histories) {
    let memory: ReturnType<typeof scheduler.strengthen> | undefined
    for (const { elapsedDays, rating } of history) {
      if (memory && elapsedDays > 0) {
        const trace = { kind: 'review', lastDay: 100, stability: memory.stability } as const
        const recall = scheduler.retrievability(trace, 100 + elapsedDays)
        sum -= Math.log(rating === 'again' ? 1 - recall : recall)
        count++
      }
      memory = scheduler.strengthen(memory, elapsedDays, rating)
    }
  }
  expect(count).toBeGreaterThan(100)
  expect(logLossOn(samplesOf(histories), scheduler)).toBeCloseTo(sum / count, 7)
})
