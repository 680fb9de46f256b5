import { derivative, integral, mean, minimiser, normal, range, sigmoid, sum, variance } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'
import { convolutionCost, convolutionShape, numbersIn, productCost } from './layer-cost.ts'
import { jump, type Layer, outputSize, receptiveField, windowStarts } from './sliding-window.ts'

checkNumericCards('networks', {
  'batch-norm/value-numeric': ({ d, g, b }) =>
    Math.max(...normalised([0, 0, 0, 0, 5 * d]).map((z) => g * z + b)),
  'batch-norm/running-numeric': ({ r, m, x }) => r + m * (x - r),
  'batch-norm/unbiased-numeric': runningVariance,
  // What a convolution's output of zero becomes.
  'batch-norm/fold-numeric': ({ mu, s, g, b }) => g * ((0 - mu) / s) + b,

  // The input's gradient is dY W, the weight's X^T dY.
  'backpropagation/linear-cost': ({ n, i, o }) => productCost(n, o, i) + productCost(i, n, o),
  // f is linear in a, so that a whole step shows the slope.
  'backpropagation/chain-numeric': ({ a, b, c, d }) => ((a + 1) * b + c) * d - (a * b + c) * d,
  'backpropagation/sigmoid-neuron': ({ p, x }) =>
    derivative((weight) => (sigmoid(weight * x) - 1) ** 2 / 2, Math.log(p / (1 - p)) / x),
  'backpropagation/numeric-cost': evaluationsOfNumericGradient,
  'backpropagation/central-numeric': ({ x, h }) => derivative((at) => at * at * at, x, h),

  'gradient/directional-numeric': ({ a, p, q }) =>
    derivative((way) => (p + 0.6 * way) ** 2 + a * (p + 0.6 * way) * (q + 0.8 * way), 0),
  'gradient/norm-numeric': ({ m, t }) => {
    const angle = Math.atan2(4, 3) + (t * Math.PI) / 180
    return 3 * m * Math.cos(angle) + 4 * m * Math.sin(angle)
  },
  'gradient/hessian-size': ({ n }) => (numbersIn([n * 1e6, n * 1e6]) * Float32Array.BYTES_PER_ELEMENT) / 1e12,
  'gradient/curvature-numeric': curvatureAlong,
  'gradient/condition-rate': slowestShrinkage,

  'pointwise-convolution/weights': ({ c, o }) => numbersIn(convolutionShape(c, o, 1), [o]),
  'pointwise-convolution/inception-numeric': ({ o, r }) =>
    numbersIn(convolutionShape(192, o, 5)) /
    numbersIn(convolutionShape(192, r, 1), convolutionShape(r, o, 5)),
  'pointwise-convolution/separable-ratio': separablePercentage,
  'pointwise-convolution/stride': ({ s }) => {
    const [side, read] = [10 * s, windowStarts(10 * s, { kernel: 1, stride: s }).length]
    return 100 - (100 * read * read) / (side * side)
  },

  'pooling/output-size': ({ n, k, s, p }) => outputSize(n, { kernel: k, stride: s, padding: p }),
  'pooling/average-variance': ({ a, p }) => {
    const chances = chancesOfActive(p, a)
    const centre = sum(chances.map((chance, active) => chance * (active / p)))
    return sum(chances.map((chance, active) => chance * (active / p - centre) ** 2))
  },
  'pooling/max-mean': ({ a, p }) =>
    sum(chancesOfActive(p, a).map((chance, active) => chance * Math.min(active, 1))),
  'pooling/gradient-average': ({ k, g }) =>
    derivative((input) => g * mean(range(k * k).map((at) => (at === 0 ? input : 7))), 3),
  'pooling/count-include-pad': ({ v }) => mean([0, 0, 0, 0, v, v, 0, v, v]),
  'pooling/gap-weights': ({ c, s, o }) => numbersIn([o, c, s, s]) - numbersIn([o, c]),

  'receptive-field/forward-numeric': ({ a, s, b, t, c }) =>
    receptiveField([{ kernel: a, stride: s }, { kernel: b, stride: t }, { kernel: c }]),
  'receptive-field/backward-numeric': patchBehind,
  'receptive-field/stack-3x3': ({ k }) =>
    range(20).findIndex((layers) => receptiveField(stack(layers, { kernel: 3 })) >= k),
  'receptive-field/dilation': ({ k, d, j }) => {
    const before: readonly Layer[] = [{ kernel: 3, stride: j }]
    return receptiveField([...before, { kernel: k, dilation: d }]) - receptiveField(before)
  },
  'receptive-field/stage-numeric': ({ r, j, n }) => {
    const before: Layer = { kernel: r, stride: j }
    const blocks = stack(n, { kernel: 1 }, { kernel: 3 }, { kernel: 1 })
    return jump([before]) === j ? receptiveField([before, ...blocks]) : Number.NaN
  },
  'receptive-field/bottleneck-weights': ({ c }) =>
    numbersIn(convolutionShape(4 * c, c, 1), convolutionShape(c, c, 3), convolutionShape(c, 4 * c, 1)),
  'receptive-field/layer-count': ({ a, b }) =>
    ['stem', ...[3, a, b, 3].flatMap((blocks) => stack(blocks, '1x1', '3x3', '1x1')), 'linear'].length,

  'vanishing-gradients/sigmoid-chain': ({ n, w }) => (w * steepestSigmoid()) ** n,
  'vanishing-gradients/wrong-init-numeric': ({ n }) =>
    range(n - 1).reduce((share) => share * secondMomentAfterRelu(), 1),
  'vanishing-gradients/scaled-shortcut': ({ n, s }) =>
    derivative((input) => range(n).reduce((x) => s * x, input), 1),
  'vanishing-gradients/clip-value': ({ a, k, c }) => {
    const [first, second] = [a, a * k].map((part) => Math.max(-c, Math.min(c, part)))
    return (second ?? Number.NaN) / (first ?? Number.NaN)
  },
  'vanishing-gradients/clip-norm': ({ m, c }) => 3 * m * clippingFactor([3 * m, 4 * m], c),
  // Two layers whose entries have those norms.
  'vanishing-gradients/clip-global-numeric': ({ m, c }) =>
    clippingFactor([2 * m, 2 * m, m, -2 * m, 2 * m, 2 * m, 2 * m], c),
})

checkWrongWays('networks', {
  // The mean added, no gamma, and by the variance.
  'batch-norm/fold-numeric': ({ mu, s, g, b }) => [b + (mu * g) / s, b - mu / s, b - (mu * g) / (s * s)],
  // The factors of b, and of the outer product.
  'backpropagation/chain-numeric': ({ a, d }) => [a * d, d],
  // Without x, and as if the loss were cross-entropy.
  'backpropagation/sigmoid-neuron': ({ x, p }) => [(p - 1) * p * (1 - p), (p - 1) * x],
  // The entry beside the diagonal counted once.
  'gradient/curvature-numeric': ({ a, b, c }) => [0.36 * a + 0.48 * b + 0.64 * c],
  'gradient/hessian-size': ({ n }) => [4 * n],
  // A kernel times its own stride, and no stride at all.
  'receptive-field/forward-numeric': ({ a, b, c, s, t }) => [
    1 + (a - 1) * s + (b - 1) * s * t + (c - 1) * s * t,
    a + b + c - 2,
  ],
  // In units of the layer below, and the whole kernel dilated.
  'receptive-field/dilation': ({ k, d, j }) => [d * (k - 1), d * k * j, (k - 1) * j],
  // The quotient rounded up.
  'pooling/output-size': ({ n, k, s, p }) => [
    Math.ceil((n + 2 * p - k) / s) + 1,
    Math.floor((n + 2 * p - k) / s),
  ],
  'backpropagation/linear-cost': ({ n, i, o }) => [n * i * o],
  'backpropagation/numeric-cost': ({ n }) => [n, n + 1],
  // The exact derivative, and the one-sided difference.
  'backpropagation/central-numeric': ({ x, h }) => [3 * x ** 2, 3 * x ** 2 + 3 * x * h + h ** 2],
  // By the unbiased variance, without gamma, and without beta.
  'batch-norm/value-numeric': ({ g, b }) => [(4 / Math.sqrt(5)) * g + b, 2 + b, 2 * g],
  'batch-norm/running-numeric': ({ r, m, x }) => [m * r + (1 - m) * x],
  'batch-norm/unbiased-numeric': ({ m, v }) => [0.9 + 0.1 * v, 0.1 + (0.9 * v * m) / (m - 1)],
  // Along a vector of length 5.
  'gradient/directional-numeric': ({ a, p, q }) => [3 * (2 * p + a * q) + 4 * a * p],
  'gradient/norm-numeric': ({ m, t }) => [5 * m, 5 * m * Math.sin((t * Math.PI) / 180)],
  'gradient/condition-rate': ({ k }) => [(k - 1) / k],
  'pointwise-convolution/weights': ({ c, o }) => [c * o, c * o + c],
  'pointwise-convolution/inception-numeric': ({ o, r }) => [192 / r, (25 * 192 * o) / (25 * r * o)],
  'pointwise-convolution/separable-ratio': ({ k, o }) => [100 / k ** 2, 100 / o],
  'pointwise-convolution/stride': ({ s }) => [100 / s ** 2, 100 * (1 - 1 / s)],
  'pooling/average-variance': ({ a, p }) => [a * (1 - a), a / p],
  'pooling/max-mean': ({ a, p }) => [a, a * p],
  'pooling/gradient-average': ({ k, g }) => [g / k, g],
  'pooling/count-include-pad': ({ v }) => [v],
  'pooling/gap-weights': ({ c, s, o }) => [s * s * c * o, c * o],
  // Without the stride, and side by side.
  'receptive-field/backward-numeric': ({ r, k, s }) => [r + k - 1, s * r, r * k],
  'receptive-field/stage-numeric': ({ r, j, n }) => [r + 2 * n, r + 3 * n * j],
  'receptive-field/layer-count': ({ a, b }) => [3 * (6 + a + b), 3 * (6 + a + b) + 1],
  'vanishing-gradients/sigmoid-chain': ({ n, w }) => [0.25 ** n, w ** n, w / 4],
  'vanishing-gradients/wrong-init-numeric': ({ n }) => [0.5 ** n],
  'vanishing-gradients/clip-value': ({ k }) => [k],
  'vanishing-gradients/clip-global-numeric': ({ m, c }) => [c / (7 * m), c / (4 * m)],
})

function normalised(values: readonly number[]): readonly number[] {
  return values.map((value) => (value - mean(values)) / Math.sqrt(variance(values)))
}

/** m values, all but one zero, with that biased variance; the update takes the unbiased one. */
function runningVariance({ m, v }: Drawn): number {
  const outlier = m * Math.sqrt(v / (m - 1))
  const values = range(m).map((at) => (at === 0 ? outlier : 0))
  const unbiased = sum(values.map((value) => (value - mean(values)) ** 2)) / (m - 1)
  return 1 + 0.1 * (unbiased - 1)
}

/** The second difference of the quadratic form itself. */
function curvatureAlong({ a, b, c }: Drawn): number {
  const form = (x: number, y: number) => (a * x * x + 2 * b * x * y + c * y * y) / 2
  return form(0.6, 0.8) - 2 * form(0, 0) + form(-0.6, -0.8)
}

function slowestShrinkage({ k }: Drawn): number {
  const slowest = (rate: number) => Math.max(Math.abs(1 - rate * 1), Math.abs(1 - rate * k))
  return slowest(minimiser(slowest, 0, 2))
}

/** The chance of 0, 1, ... active positions, one position after another. */
function chancesOfActive(positions: number, chance: number): readonly number[] {
  return range(positions).reduce<readonly number[]>(
    (before) =>
      range(before.length + 1).map(
        (active) => (before[active] ?? 0) * (1 - chance) + (before[active - 1] ?? 0) * chance,
      ),
    [1],
  )
}

function steepestSigmoid(): number {
  return Math.max(...range(801).map((at) => derivative(sigmoid, (at - 400) / 100)))
}

/** Of a standard normal value: what is left of its variance for the next layer's sum. */
function secondMomentAfterRelu(): number {
  return integral((x) => Math.max(0, x) ** 2 * normal(x, 1), -12, 12, 2000)
}

/** What clipping by norm multiplies all entries by. */
function clippingFactor(gradient: readonly number[], limit: number): number {
  return Math.min(1, limit / Math.hypot(...gradient))
}

function stack<T>(times: number, ...layers: readonly T[]): readonly T[] {
  return range(times).flatMap(() => layers)
}

function evaluationsOfNumericGradient({ n }: Drawn): number {
  let evaluations = 0
  const loss = (weights: readonly number[]) => {
    evaluations++
    return weights[0] ?? 0
  }
  for (const _ of range(n)) derivative((weight) => loss([weight]), 1)
  return evaluations
}

function separablePercentage({ k, o }: Drawn): number {
  const [inputs, side] = [48, 20]
  const cost = (weights: readonly number[]) => convolutionCost(weights, side)
  const separable = [convolutionShape(inputs, inputs, k, inputs), convolutionShape(inputs, o, 1)]
  return (100 * sum(separable.map(cost))) / cost(convolutionShape(inputs, o, k))
}

/** The smallest input from which this layer makes a patch of that size. */
function patchBehind({ r, k, s }: Drawn): number {
  return range(100).findIndex((pixels) => outputSize(pixels, { kernel: k, stride: s }) >= r)
}
