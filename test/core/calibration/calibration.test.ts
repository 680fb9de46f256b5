import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createCalibration } from '../../../src/core/calibration/calibration.ts'

/** By scikit-learn and pandas; `tools/calibration_truth.py` makes it. */
const truth = JSON.parse(readFileSync('test/core/calibration/calibration-truth.json', 'utf8')) as {
  readonly reviews: readonly (readonly [p: number, y: number, elapsed: number, nth: number, lapses: number])[]
  readonly scheduler: object
  readonly average: object
}

const predictions = truth.reviews.map(([probability, y, elapsedDays, nth, lapses], at) => ({
  event: String(at),
  probability,
  recalled: y === 1,
  elapsedDays,
  nth,
  lapses,
}))

function roundedTo(digits: number, quality: object | undefined): object {
  return Object.fromEntries(
    Object.entries(quality ?? {}).map(([name, value]) => [name, Number(value).toFixed(digits)]),
  )
}

test('log loss, RMSE(bins) and AUC are those of scikit-learn on the same reviews, of the scheduler and of the moving average', () => {
  const calibration = createCalibration()
  for (const prediction of predictions) calibration.add(prediction)
  const result = calibration.result()
  expect(result?.reviews).toBe(predictions.length)
  expect(roundedTo(9, result?.scheduler)).toEqual(roundedTo(9, truth.scheduler))
  expect(roundedTo(9, result?.average)).toEqual(roundedTo(9, truth.average))
})

test('what was kept and read again goes on as if nothing had been', () => {
  const whole = createCalibration()
  let parts = createCalibration()
  for (const [at, prediction] of predictions.entries()) {
    whole.add(prediction)
    if (at % 97 === 0) parts = createCalibration(JSON.parse(JSON.stringify(parts.keep())))
    parts.add(prediction)
  }
  expect(parts.result()).toEqual(whole.result())
})
