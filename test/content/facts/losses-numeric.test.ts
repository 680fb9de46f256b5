import { derivative, integral, minimiser, range, root, sigmoid, softmax, sum } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'

checkNumericCards('losses', {
  'cross-entropy/entropy-numeric': ({ n }) =>
    sum([1 / 2, ...range(n).map(() => 1 / 2 / n)].map((share) => share * Math.log2(1 / share))),
  'cross-entropy/gradient-numeric': slopeAlongLogit,
  'cross-entropy/initial-numeric': ({ k }) => crossEntropy(oneHot(k), softmax(range(k).map(() => 0))),
  'cross-entropy/smoothing-numeric': ({ k, s }) => smoothedGap(k, s),

  'focal-loss/factor-numeric': ({ p, g }) => -Math.log(p) / focalLoss(p, 1, g),
  'focal-loss/value-numeric': ({ p }) => focalLoss(1 - p, 1 - 0.25, 2) / -Math.log(1 - p),
  'focal-loss/prior-numeric': ({ q }) => root((bias) => sigmoid(bias) - q, -20, 20),

  'norms/three-numeric': ({ a, b, c }) => {
    const x = [a, -b, 0, c]
    return sum(x.map(Math.abs)) - Math.hypot(...x)
  },
  'norms/soft-threshold': ({ a, l }) => minimiser((w) => (w - a) ** 2 / 2 + l * Math.abs(w), -10, 10),
  // Its derivative is the error over beta, at most 1.
  'norms/smooth-l1-numeric': ({ b, d }) => integral((error) => Math.min(error / b, 1), 0, d),
})

checkWrongWays('losses', {
  // The probability of the wrong class.
  'focal-loss/factor-numeric': ({ g, p }) => [1 / p ** g],
  // The factor, or the weight, of a positive.
  'focal-loss/value-numeric': ({ p }) => [0.75 * (1 - p) ** 2, 0.25 * p ** 2, p ** 2],
  // As if beta were 1, and Huber's loss.
  'norms/smooth-l1-numeric': ({ b, d }) => {
    const right = d < b ? d ** 2 / (2 * b) : d - b / 2
    return [d < b ? d ** 2 / 2 : d - 1 / 2, b * right]
  },
  'cross-entropy/entropy-numeric': ({ n }) => [Math.log2(n + 1)],
  // The probability itself, the label of the other class, and the sign.
  'cross-entropy/gradient-numeric': ({ p, q, k }) => (k < 2 ? [p, 1 - p] : [q - 1, -q]),
  'cross-entropy/initial-numeric': ({ k }) => [Math.log2(k), Math.log10(k)],
  // The uniform part over the other classes alone.
  'cross-entropy/smoothing-numeric': ({ k, s }) => [Math.log(((1 - s) * (k - 1)) / s)],
  'focal-loss/prior-numeric': ({ q }) => [Math.log((1 - q) / q), q],
  'norms/soft-threshold': ({ a, l }) => [a, a + l],
})

function oneHot(classes: number): readonly number[] {
  return range(classes).map((at) => (at === 0 ? 1 : 0))
}

function crossEntropy(targets: readonly number[], predictions: readonly number[]): number {
  return -sum(
    targets.map((target, at) => (target === 0 ? 0 : target * Math.log(predictions[at] ?? Number.NaN))),
  )
}

/** The gap that makes the smoothed loss smallest: the target is the one-hot one mixed with the uniform one, as PyTorch does. */
function smoothedGap(classes: number, epsilon: number): number {
  const targets = oneHot(classes).map((target) => (1 - epsilon) * target + epsilon / classes)
  const slope = (gap: number) =>
    derivative((at) => crossEntropy(targets, softmax(range(classes).map((c) => (c === 0 ? at : 0)))), gap)
  return root(slope, 0, 20)
}

/** Logits of those probabilities, one of them moved. */
function slopeAlongLogit({ p, q, k }: Drawn): number {
  const logits = [p, q, 1 - p - q].map(Math.log)
  const moved = (by: number) => logits.map((logit, at) => (at === k - 1 ? logit + by : logit))
  return derivative((by) => crossEntropy([1, 0, 0], softmax(moved(by))), 0)
}

/** Lin et al. 2017, in terms of the probability of the true class. */
function focalLoss(p: number, alpha: number, gamma: number): number {
  const modulation = range(gamma).reduce((factor) => factor * (1 - p), 1)
  return alpha * modulation * crossEntropy([1, 0], [p, 1 - p])
}
