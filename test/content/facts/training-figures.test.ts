import { expect } from 'vitest'
import { integral, mean, normal, variance } from './arithmetic.ts'
import { checkAnswerFigures } from './check-figures.ts'

checkAnswerFigures('training', {
  'contrastive/simclr-step': () => {
    const [images, self, partner] = [8, 1, 1]
    expect(2 * images - self - partner).toBe(2 * (images - 1))
    return ['$2(N - 1)$', '1']
  },
  'efficiency/bf16': () => {
    // One bit is the sign; an exponent of e bits reaches down to 2 ^ (2 - 2 ^ (e - 1)).
    const smallestNormal = (exponentBits: number) => 2 ** (2 - 2 ** (exponentBits - 1))
    return [
      String(16 - 1 - 8),
      String(16 - 1 - 5),
      `$10^{${Math.floor(Math.log10(smallestNormal(8)))}}$`,
      `$${(smallestNormal(5) * 1e5).toFixed(0)} \\cdot 10^{-5}$`,
    ]
  },
  'efficiency/master-weights': () => {
    const spacing = 2 ** -10
    expect(Math.round((1 + 1e-4) / spacing) * spacing).toBe(1)
    return [`$2^{${Math.log2(spacing)}} \\approx 10^{${Math.round(Math.log10(spacing))}}$`]
  },
  'evaluation/chance-level': () => [String(2 / 100)],
  'evaluation/accuracy-paradox': () => [`${mean([100, 0])}%`],
  'evaluation/pos-weight': () => [String(300 / 100)],
  'initialisation/leaky-gain': () => {
    const slope = 0.3
    const kept = meanSquareAfter((x) => (x > 0 ? x : slope * x))
    expect(kept).toBeCloseTo((1 + slope ** 2) / 2)
    return ['$(1 + a^2)/2$']
  },
  'initialisation/torch-default': () => {
    const fanIn = 120
    const gain = Math.sqrt(2 / (1 + Math.sqrt(5) ** 2))
    const bound = gain * Math.sqrt(3 / fanIn)
    const resulting = integral((x) => (x * x) / (2 * bound), -bound, bound)
    expect(bound).toBeCloseTo(1 / Math.sqrt(fanIn))
    expect(resulting).toBeCloseTo(1 / (3 * fanIn))
    expect(2 / fanIn / resulting).toBeCloseTo(6)
    return ['$1 / (3 n_{in})$', { en: 'a sixth', zh: '六分之一' }]
  },
  'normalisation/two-features': () => {
    const outputs = [3, 11].map((value) => (value - mean([3, 11])) / Math.sqrt(variance([3, 11])))
    return [`$+${outputs[1]}$`, `$${outputs[0]}$`]
  },
})

/** Of a standard normal value. */
function meanSquareAfter(activation: (x: number) => number): number {
  return integral((x) => activation(x) ** 2 * normal(x, 1), -12, 12)
}
