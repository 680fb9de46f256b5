import { expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { isMonthlyFitDue, noteFitTried } from '../../src/app/monthly-fit.ts'
import { daysLater, openTestDeps } from './open-test-deps.ts'

test('a fit is made by itself only on consent, and then each month', () => {
  const deps = openTestDeps({})
  expect(isMonthlyFitDue(deps)).toBe(false)
  changeSetting(deps, 'optimize-monthly', 'yes')
  expect(isMonthlyFitDue(deps)).toBe(true)
  noteFitTried(deps)
  daysLater(deps, 29)
  expect(isMonthlyFitDue(deps)).toBe(false)
  daysLater(deps, 1)
  expect(isMonthlyFitDue(deps)).toBe(true)
  changeSetting(deps, 'optimize-monthly', 'no')
  expect(isMonthlyFitDue(deps)).toBe(false)
})
