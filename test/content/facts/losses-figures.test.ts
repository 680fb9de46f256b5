import { expect } from 'vitest'
import { derivative, range, softmax, sum } from './arithmetic.ts'
import { checkAnswerFigures, checkPromptFigures, inWords } from './check-figures.ts'

checkAnswerFigures('losses', {
  'cross-entropy/information': () => [{ en: `${-Math.log2(1 / 2)} bit`, zh: `${-Math.log2(1 / 2)} 比特` }],
  'cross-entropy/double-softmax': () => [lossOfPerfectSoftmax(10).toFixed(2)],
  'cross-entropy/smoothing-target': () => {
    const targets = mixedTargets(5, 0.1)
    expect(targets[0]).toBeCloseTo(1 - 0.1 + 0.1 / 5)
    expect(targets[1]).toBeCloseTo(0.1 / 5)
    return ['$1 - \\epsilon + \\epsilon / K$', '$\\epsilon / K$']
  },
  'cross-entropy/smoothing-variant': () => {
    for (const classes of [2, 10, 1000]) {
      const targets = mixedTargets(classes, (0.1 * classes) / (classes - 1))
      expect(targets[0]).toBeCloseTo(1 - 0.1)
      expect(targets[1]).toBeCloseTo(0.1 / (classes - 1))
    }
    return ["$\\epsilon' = \\epsilon K / (K - 1)$", `$\\epsilon' = ${2 / (2 - 1)} \\epsilon$`]
  },
  'focal-loss/alpha-t': () => [`$1 - \\alpha = ${1 - 0.25}$`],
  'focal-loss/normalise': () => {
    const factor = (100_000 * 80) / 100
    return [{ en: `${factor / 1000} 000`, zh: `${inWords(factor / 10_000).zh}万` }]
  },
  'focal-loss/stability': () => {
    const x = -200
    expect(Math.log(Math.fround(1 / (1 + Math.exp(-x))))).toBe(-Infinity)
    // max(x, 0) - x y + log(1 + e^-|x|) for the target y = 1.
    return [String(Math.max(x, 0) - x + Math.log1p(Math.exp(-Math.abs(x))))]
  },
  'norms/l2-half': () => {
    const slope = (factor: number) => derivative((w) => factor * w * w, 3) / 3
    expect(slope(0.01) / slope(0.01 / 2)).toBeCloseTo(2)
    return ['$\\frac{0.01}{2} ||w||_2^2$', `${slope(0.01 / 2).toFixed(2)} w`]
  },
  'norms/order': () => {
    const equal = range(9).map(() => 5)
    expect(sum(equal.map(Math.abs)) / Math.hypot(...equal)).toBeCloseTo(Math.sqrt(9))
    return ['$\\sqrt{n}$']
  },
})

checkPromptFigures('losses', {
  'cross-entropy/double-softmax': () => [lossOfPerfectSoftmax(10).toFixed(2)],
  'norms/overflow': () => {
    expect(1e200 ** 2).toBe(Infinity)
    expect(1e200 * Math.sqrt((1e200 / 1e200) ** 2)).toBe(1e200)
    return ['1e200']
  },
})

/** Cross-entropy applied to the one-hot output of a softmax, as if it were logits. */
function lossOfPerfectSoftmax(classes: number): number {
  const [first] = softmax(range(classes).map((at) => (at === 0 ? 1 : 0)))
  return -Math.log(first ?? Number.NaN)
}

/** One-hot and uniform, mixed. */
function mixedTargets(classes: number, epsilon: number): readonly number[] {
  return range(classes).map((at) => (1 - epsilon) * (at === 0 ? 1 : 0) + epsilon / classes)
}
