import { expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { settingsIn } from '../../src/app/deps.ts'
import { INITIAL_PARAMETERS, withRetention } from '../../src/core/parameters-by-scope.ts'
import { openTestDeps } from './open-test-deps.ts'

test('the desired retention is a part of how cards and exercises are scheduled, and shown as a setting', () => {
  const deps = openTestDeps({})
  const steps = { learning: [5], relearning: [] }
  const own = { ...INITIAL_PARAMETERS, cards: { ...INITIAL_PARAMETERS.cards, steps } }
  deps.store.reschedule(() => own, deps.now())
  changeSetting(deps, 'retention', '0.85')
  expect(settingsIn(deps).retention).toBe(0.85)
  expect(deps.store.parameters()).toEqual(withRetention(own, 0.85))
  expect(deps.again().store.parameters()).toEqual(withRetention(own, 0.85))
})

test('another setting is a text, and one that cannot be that changes nothing', () => {
  const deps = openTestDeps({})
  changeSetting(deps, 'new-per-day', '3')
  expect(settingsIn(deps)['new-per-day']).toBe(3)
  expect(() => changeSetting(deps, 'retention', '2')).toThrow('retention cannot be "2".')
  expect(deps.store.countEvents()).toBe(1)
})
