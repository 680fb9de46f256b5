import { expect, test } from 'vitest'
import { type OptimizeProgress, optimize, undoOptimize } from '../../src/app/optimize-weights.ts'
import type { FitWeights } from '../../src/core/fit/fit-weights.ts'
import { entryOf } from '../../src/core/log-entry.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { DEFAULT_WEIGHTS, usableWeights } from '../../src/core/scheduler.ts'
import { FORGETFUL, reviewsOf } from '../core/fit/simulated-learner.ts'
import { createUlids } from '../core/fit/ulids.ts'
import { openTestDeps, type TestDeps } from './open-test-deps.ts'

const FITTED = usableWeights(FORGETFUL, INITIAL_PARAMETERS.cards.steps)

/** Of a learner who has studied until now. */
function studied(days: number): TestDeps {
  const deps = openTestDeps({})
  const reviews = [...reviewsOf(FORGETFUL, days, 'app')]
  const shift = deps.clock.at - (reviews.at(-1)?.at ?? 0)
  const idAt = createUlids()
  const entries = reviews.map((review) => {
    const at = review.at + shift
    return entryOf({ ...review, at, id: idAt(at) })
  })
  deps.store.accept(entries, () => undefined)
  return deps
}

const finds =
  (weights: readonly number[]): FitWeights =>
  async () =>
    weights

function run(deps: TestDeps, fitWeights: FitWeights, stopping = new AbortController()) {
  const seen: OptimizeProgress[] = []
  return optimize(deps, { fitWeights, signal: stopping.signal, onProgress: (now) => seen.push(now) })
}

test('what foretells better is a new value of the log, for cards alone, and can be taken back', async () => {
  const deps = studied(30)
  const { outcome, reviews } = await run(deps, finds(FORGETFUL))
  expect(outcome.kind).toBe('adopted')
  expect(reviews).toBe(deps.store.countEvents() - 2)
  expect(deps.store.parameters()).toEqual({
    ...INITIAL_PARAMETERS,
    cards: { ...INITIAL_PARAMETERS.cards, weights: FITTED },
  })
  undoOptimize(deps, () => undefined)
  expect(deps.store.parameters()).toEqual(INITIAL_PARAMETERS)
  undoOptimize(deps, () => undefined)
  expect(deps.store.parameters().cards.weights).toEqual(FITTED)
  expect(deps.store.drifted()).toEqual([])
})

test('what does not leaves the log as it was', async () => {
  const deps = studied(30)
  const events = deps.store.countEvents()
  expect((await run(deps, finds(DEFAULT_WEIGHTS))).outcome.kind).toBe('kept')
  expect((await run(studied(3), finds(FORGETFUL))).outcome.kind).toBe('too-few')
  expect(deps.store.countEvents()).toBe(events)
})

test('nothing is left of a fit that is stopped, in its last moment too', async () => {
  const deps = studied(30)
  const events = deps.store.countEvents()
  const stopping = new AbortController()
  const stops: FitWeights = async () => {
    stopping.abort()
    return FORGETFUL
  }
  await expect(run(deps, stops, stopping)).rejects.toThrow()
  expect(deps.store.countEvents()).toBe(events)
})

test('where nothing was fitted there is nothing to take back', () => {
  expect(() => undoOptimize(openTestDeps({}), () => undefined)).toThrow('No parameters were ever fitted.')
})
