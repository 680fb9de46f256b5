import { adam } from '../../../graders/adam/reference.ts'
import { momentum } from '../../../graders/momentum/reference.ts'
import { f32 } from '../../../src/kit/arrays.ts'
import { derivative, range, root, sum, variance } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'

checkNumericCards('optimisers', {
  'adam/bias-derivation': ({ b, g, t }) =>
    averagesAfter(
      range(t).map(() => g),
      b,
      0.999,
    ).m,
  'adam/uncorrected-first-step': ({ b1, b2 }) => {
    const { m, v } = averagesAfter([1], b1, b2)
    return m / Math.sqrt(v)
  },
  'adam/same-beta': ({ b2 }) => {
    const { m, v } = averagesAfter([1], 0.9, b2)
    return m / (1 - 0.9) / Math.sqrt(v / (1 - 0.9))
  },
  'adam/memory': ({ p }) => p * (Float32Array.BYTES_PER_ELEMENT + Float32Array.BYTES_PER_ELEMENT),
  'adam/adamw-shrink': ({ lr, wd, n }) => range(n).reduce((weight) => weight - lr * wd * weight, 1),
  // The weights of the two gradients, scaled so that they sum to one.
  'adam/second-step': ({ b, g1, g2 }) => averagesAfter([g1, g2], b, 0.999).m / sum([(1 - b) * b, 1 - b]),

  'momentum/terminal-velocity': ({ g, mu }) => range(5000).reduce((velocity) => mu * velocity + g, 0),
  'momentum/two-steps': ({ lr, mu, g1, g2 }) => parameterAfter([g1, g2], lr, mu, false),
  'momentum/ema-learning-rate': learningRateOfEma,
  'momentum/nesterov-first-step': ({ lr, mu, g }) => -parameterAfter([g], lr, mu, true),

  'rmsprop/one-step': ({ a, v, g }) => v + (1 - a) * (g * g - v),
  // A gradient of 3, from an accumulator at zero.
  'rmsprop/first-step': ({ a }) => 3 / Math.sqrt(a * 0 + (1 - a) * 3 * 3),
  'rmsprop/eps-under-root-size': ({ k }) => {
    const epsilon = Number(`1e-${k}`)
    return Math.sqrt(0 + epsilon) / (Math.sqrt(0) + epsilon)
  },
  // Gradients with that mean and that mean square: m + s and m - s, equally often.
  'rmsprop/centred': ({ m, s }) => Math.sqrt(variance([m + s, m - s])),

  'sgd/one-step-weight-decay': stepWithPenalty,
  'sgd/batch-noise': ({ b, k }) => deviationOfMean(b) / deviationOfMean(b * k),
  // Where one step leaves |x| as it was.
  'sgd/stability-limit': ({ lam }) => root((rate) => Math.abs(1 - rate * lam) - 1, 1e-3, 100),
  'sgd/linear-scaling': ({ lr, k }) => sum(range(k).map(() => lr)),
  'sgd/cosine-schedule': cosineByRecursion,
  'sgd/clipped-step-length': lengthOfClippedStep,
})

checkWrongWays('optimisers', {
  // With the corrections, and without the root.
  'adam/uncorrected-first-step': ({ b1, b2 }) => [1, (1 - b1) / (1 - b2)],
  'adam/second-step': ({ b, g1, g2 }) => [b * (1 - b) * g1 + (1 - b) * g2, (g1 + g2) / 2],
  // The shares swapped, and the gradient not squared.
  'rmsprop/one-step': ({ a, v, g }) => [(1 - a) * v + a * g * g, a * v + (1 - a) * g],
  // Not centred, without the root, and by the mean.
  'rmsprop/centred': ({ m, s }) => [Math.hypot(m, s), s * s, m],
  // A straight line down.
  'sgd/cosine-schedule': ({ lr, n, t }) => [lr * (1 - t / n)],
  'sgd/batch-noise': ({ k }) => [k],
  'momentum/two-steps': ({ lr, mu, g1, g2 }) => [
    -lr * (g1 + g2),
    -lr * (1 - mu) * (g1 + mu * g1 + g2),
    lr * (g1 + mu * g1 + g2),
  ],
  'adam/same-beta': ({ b2 }) => [0.1 / (1 - b2), 1],
  'adam/bias-derivation': ({ b, g, t }) => [g * (1 - b), g * b ** t, g],
  // Without the rate, and each step by the same amount.
  'adam/adamw-shrink': ({ lr, wd, n }) => [(1 - wd) ** n, 1 - n * lr * wd],
  'momentum/terminal-velocity': ({ g, mu }) => [(g * mu) / (1 - mu), g],
  'momentum/ema-learning-rate': ({ lr, mu }) => [lr * (1 - mu), lr],
  'momentum/nesterov-first-step': ({ lr, mu, g }) => [lr * g, lr * mu * g],
  // A decay that the rate does not scale, and none.
  'sgd/one-step-weight-decay': ({ w, g, lr, wd }) => [w - lr * g - wd * w, w - lr * g],
  'sgd/stability-limit': ({ lam }) => [1 / lam],
  'sgd/linear-scaling': ({ lr, k }) => [lr * Math.sqrt(k)],
})

/** Adam's two averages, uncorrected, by the grader's reference. */
function averagesAfter(gradients: readonly number[], beta1: number, beta2: number) {
  const { m, v } = adam(f32([1], [0]), f32([gradients.length, 1], gradients), 0.001, beta1, beta2, 1e-8)
  return { m: m.data[0] ?? Number.NaN, v: v.data[0] ?? Number.NaN }
}

/** From 0, by the grader's reference. */
function parameterAfter(gradients: readonly number[], lr: number, mu: number, nesterov: boolean): number {
  const { params } = momentum(f32([1], [0]), f32([gradients.length, 1], gradients), lr, mu, nesterov)
  return params.data[0] ?? Number.NaN
}

/** Both forms walk over the same gradients; what one is too short must be made up by the learning rate. */
function learningRateOfEma({ lr, mu }: Drawn): number {
  let [sumForm, emaForm, sumWay, emaWay] = [0, 0, 0, 0]
  for (const gradient of [2, -1, 3, 0.5, 4]) {
    sumForm = mu * sumForm + gradient
    emaForm = mu * emaForm + (1 - mu) * gradient
    sumWay += sumForm
    emaWay += emaForm
  }
  return (lr * sumWay) / emaWay
}

/** The decay as what it stands for: a penalty of half the coefficient times the square. */
function stepWithPenalty({ w, g, lr, wd }: Drawn): number {
  return w - lr * derivative((weight) => g * weight + (wd / 2) * weight ** 2, w)
}

/** Of independent values of variance 1. */
function deviationOfMean(count: number): number {
  return Math.sqrt(sum(range(count).map(() => (1 / count) ** 2)))
}

/** From epoch to epoch, as torch's CosineAnnealingLR steps. */
function cosineByRecursion({ lr, n, t }: Drawn): number {
  const raised = (epoch: number) => 1 + Math.cos((Math.PI * epoch) / n)
  return range(t).reduce((rate, epoch) => (rate * raised(epoch + 1)) / raised(epoch), lr)
}

function lengthOfClippedStep({ n, c, lr }: Drawn): number {
  const gradient = [0.6 * n, -0.8 * n]
  const scale = Math.min(1, c / Math.hypot(...gradient))
  return Math.hypot(...gradient.map((entry) => lr * scale * entry))
}
