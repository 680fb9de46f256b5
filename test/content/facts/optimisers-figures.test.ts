import { expect } from 'vitest'
import { adam } from '../../../graders/adam/reference.ts'
import { momentum } from '../../../graders/momentum/reference.ts'
import { f32 } from '../../../src/kit/arrays.ts'
import { range, sum } from './arithmetic.ts'
import { checkAnswerFigures, checkPromptFigures, inWords } from './check-figures.ts'

checkAnswerFigures('optimisers', {
  'adam/no-bias-correction': () => {
    const { m, v } = firstAverages(1)
    return [
      `$\\sqrt{${v.toFixed(3)}} \\approx ${Math.sqrt(v).toFixed(3)}$`,
      `$${m.toFixed(1)}$`,
      (m / Math.sqrt(v)).toFixed(2),
    ]
  },
  // The gradient whose square is as large as epsilon; outside the root, the gradient itself.
  'adam/eps-inside-root': () => [`10^{${Math.log10(Math.sqrt(1e-8))}}`, `10^{${Math.log10(1e-8)}}`],
  // Both forms divide by the same when epsilon is this many times larger.
  'adam/eps-hat': () => {
    const { v } = firstAverages(1)
    const corrected = Math.sqrt(v / (1 - 0.999))
    return [(corrected / Math.sqrt(v)).toFixed(0)]
  },
  'momentum/usual-coefficient': () => [
    range(40_000)
      .reduce((velocity) => 0.999 * velocity + 1, 0)
      .toFixed(0),
  ],
  'momentum/ema-form': () => {
    const gradients = [3, -1, 2, 5]
    expect(emaWay(gradients, 0.9) / parameterAfter(gradients, 0.9)).toBeCloseTo(1 / 10)
    return [{ en: 'a tenth', zh: '十分之一' }]
  },
  // Signs alone: so many steps one way, so many back.
  'rmsprop/rprop-mini-batch': () => {
    const signs = HINTON.map(Math.sign)
    const forward = inWords(signs.filter((sign) => sign > 0).length)
    expect(sum(HINTON)).toBeCloseTo(0)
    return [forward, { en: 'zero', zh: '零' }]
  },
})

checkPromptFigures('optimisers', {
  'adam/no-bias-correction': () => [
    { en: `${inWords(Math.round(1 / firstAverages(1).m)).en} times`, zh: '十分之一' },
  ],
})

/** Hinton's ten mini-batches. */
const HINTON = [...range(9).map(() => 0.1), -0.9]

/** Adam's uncorrected averages after one step with the default betas. */
function firstAverages(gradient: number) {
  const { m, v } = adam(f32([1], [0]), f32([1, 1], [gradient]), 0.001, 0.9, 0.999, 1e-8)
  return { m: m.data[0] ?? Number.NaN, v: v.data[0] ?? Number.NaN }
}

/** From 0 with a learning rate of 1. */
function parameterAfter(gradients: readonly number[], mu: number): number {
  return (
    momentum(f32([1], [0]), f32([gradients.length, 1], gradients), 1, mu, false).params.data[0] ?? Number.NaN
  )
}

function emaWay(gradients: readonly number[], mu: number): number {
  let [velocity, parameter] = [0, 0]
  for (const gradient of gradients) {
    velocity = mu * velocity + (1 - mu) * gradient
    parameter -= velocity
  }
  return parameter
}
