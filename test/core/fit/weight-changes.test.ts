import { expect, test } from 'vitest'
import type { Event } from '../../../src/core/event.ts'
import { fittedAt, weightsInTurn } from '../../../src/core/fit/weight-changes.ts'
import {
  INITIAL_PARAMETERS,
  type ParametersByScope,
  withRetention,
} from '../../../src/core/parameters-by-scope.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { FORGETFUL } from './simulated-learner.ts'

const setting = (at: number, { cards }: ParametersByScope): Event => ({
  kind: 'parameters',
  scope: 'cards',
  parameters: cards,
  at,
  offsetMin: 0,
  id: `${at}`,
  device: 'd',
})
const withWeights = (weights: readonly number[]): ParametersByScope => ({
  ...INITIAL_PARAMETERS,
  cards: { ...INITIAL_PARAMETERS.cards, weights },
})

test('only what changes the weights of cards is a turn', () => {
  const turns = weightsInTurn([
    setting(1, withRetention(INITIAL_PARAMETERS, 0.8)),
    setting(2, withWeights(FORGETFUL)),
    setting(3, withRetention(withWeights(FORGETFUL), 0.85)),
    { ...setting(4, withWeights(DEFAULT_WEIGHTS)), scope: 'exercises' } as Event,
  ])
  expect(turns).toEqual([
    { weights: DEFAULT_WEIGHTS, since: undefined },
    { weights: FORGETFUL, since: 2 },
  ])
})

test('the defaults were never fitted, and other weights when they were first set', () => {
  const steps = [setting(1, withWeights(FORGETFUL)), setting(2, INITIAL_PARAMETERS)]
  expect(fittedAt(weightsInTurn([]))).toBeUndefined()
  expect(fittedAt(weightsInTurn(steps.slice(0, 1)))).toBe(1)
  expect(fittedAt(weightsInTurn(steps))).toBeUndefined()
  expect(fittedAt(weightsInTurn([...steps, setting(3, withWeights(FORGETFUL))]))).toBe(1)
})
