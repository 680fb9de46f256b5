import { derivative, integral, minimiser, range, root, sigmoid, softmax, sum } from './arithmetic.ts'
import { checkNumericCards, type Drawn } from './check-numeric.ts'

checkNumericCards('losses', {
  'cross-entropy/entropy-numeric': ({ p }) => sum([p, 1 - p].map((share) => share * Math.log2(1 / share))),
  'cross-entropy/gradient-numeric': ({ a, b, c }) =>
    derivative((logit) => crossEntropy([1, 0, 0], softmax([logit, b, c])), a),
  'cross-entropy/initial-numeric': ({ k }) => crossEntropy(oneHot(k), softmax(range(k).map(() => 0))),
  'cross-entropy/smoothing-numeric': smoothedCrossEntropy,

  'focal-loss/factor-numeric': ({ p, g }) => -Math.log(p) / focalLoss(p, 1, g),
  'focal-loss/value-numeric': ({ p }) => focalLoss(1 - p, 1 - 0.25, 2),
  'focal-loss/prior-numeric': ({ q }) => root((bias) => sigmoid(bias) - q, -20, 20),

  'norms/three-numeric': ({ a, b, c }) => {
    const x = [a, -b, 0, c]
    return sum(x.map(Math.abs)) - Math.hypot(...x)
  },
  'norms/soft-threshold': ({ a, l }) => minimiser((w) => (w - a) ** 2 / 2 + l * Math.abs(w), -10, 10),
  'norms/weight-decay-numeric': ({ lr, wd, n }) =>
    range(n).reduce((weight) => weight - lr * (0 + wd * weight), 1),
  // Its derivative is the error over beta, at most 1.
  'norms/smooth-l1-numeric': ({ b, d }) => integral((error) => Math.min(error / b, 1), 0, d),
})

function oneHot(classes: number): readonly number[] {
  return range(classes).map((at) => (at === 0 ? 1 : 0))
}

function crossEntropy(targets: readonly number[], predictions: readonly number[]): number {
  return -sum(
    targets.map((target, at) => (target === 0 ? 0 : target * Math.log(predictions[at] ?? Number.NaN))),
  )
}

/** The one-hot target mixed with the uniform one, as PyTorch does. */
function smoothedCrossEntropy({ k, p }: Drawn): number {
  const targets = oneHot(k).map((target) => (1 - 0.1) * target + 0.1 * (1 / k))
  const predictions = range(k).map((at) => (at === 0 ? p : (1 - p) / (k - 1)))
  return crossEntropy(targets, predictions)
}

/** Lin et al. 2017, in terms of the probability of the true class. */
function focalLoss(p: number, alpha: number, gamma: number): number {
  const modulation = range(gamma).reduce((factor) => factor * (1 - p), 1)
  return alpha * modulation * crossEntropy([1, 0], [p, 1 - p])
}
