import { pairs, range, sum } from './arithmetic.ts'
import { diceOfCounts } from './boxes.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'
import { convolutionCost, convolutionShape, numbersIn } from './layer-cost.ts'
import { outputSize, windowStarts } from './sliding-window.ts'

checkNumericCards('architectures', {
  'convolutions/output-size': ({ n, k, p, s, d }) =>
    outputSize(n, { kernel: k, padding: p, stride: s, dilation: d }),
  'convolutions/transposed-size': paintedWidth,
  'convolutions/separable-parameters': ({ k, c, o }) =>
    numbersIn(convolutionShape(c, c, k, c), convolutionShape(c, o, 1)),
  'convolutions/separable-flops': ({ n, c, o }) => {
    const depthwise = convolutionCost(convolutionShape(c, c, 3, c), n)
    return (100 * depthwise) / (depthwise + convolutionCost(convolutionShape(c, o, 1), n))
  },
  'convolutions/im2col': ({ c, n, k }) => {
    const starts = windowStarts(n, { kernel: k })
    return sum(pairs(starts, starts).map(() => numbersIn([c, k, k])))
  },
  'detr/assignment': cheapestAssignment,
  'fpn/roi-level': pyramidLevel,
  'rcnn/roi-pool-shift': ({ x }) => Math.min(...range(40).map((cell) => Math.abs(16 * cell - x))),
  'unet/dice': ({ tp, fp, fn }) => diceOfCounts(tp, fp, fn),
  'vit/tokens': ({ n, p }) => patches(n, p) ** 2 + 1,
})

checkWrongWays('architectures', {
  // Without the dilation.
  'convolutions/output-size': ({ n, k, p, s }) => [Math.floor((n + 2 * p - k) / s) + 1],
  // The padding added.
  'convolutions/transposed-size': ({ n, k, s, p }) => [(n - 1) * s + 2 * p + k, (n - 1) * s + k],
  'convolutions/separable-parameters': ({ k, c, o }) => [c * o * k * k, c * k * k, c * o],
  'convolutions/separable-flops': ({ o }) => [900 / o],
  'convolutions/im2col': ({ c, k, m }) => [c * m * m, c * k * m * m],
  // The smallest cost first.
  'detr/assignment': ({ a, b, c, d }) => [Math.min(a, b, c, d) === Math.min(a, d) ? a + d : b + c],
  'unet/dice': ({ tp, fp, fn }) => [tp / (tp + fp + fn), tp / (tp + fp), tp / (tp + fn)],
  'vit/tokens': ({ m }) => [m * m],
})

/** How many whole patches or cells lie along one axis. */
function patches(pixels: number, patch: number): number {
  return outputSize(pixels, { kernel: patch, stride: patch })
}

/** A transposed convolution: each input pixel paints a kernel, then the padding is cut off at both ends. */
function paintedWidth({ n, k, s, p }: Drawn): number {
  const painted = pairs(range(n), range(k)).map(([at, tap]) => at * s + tap)
  return Math.max(...painted) - Math.min(...painted) + 1 - p - p
}

function cheapestAssignment({ a, b, c, d }: Drawn): number {
  const costs = [
    [a, b],
    [c, d],
  ]
  const total = (objects: readonly number[]) =>
    sum(objects.map((object, prediction) => costs[prediction]?.[object] ?? Number.NaN))
  return Math.min(
    ...[
      [0, 1],
      [1, 0],
    ].map(total),
  )
}

/** From 224 x 224 at level 4: four times the area is one level up, and only levels 2 to 5 exist. */
function pyramidLevel({ w, h }: Drawn): number {
  const reached = [5, 4, 3].find((level) => w * h >= 224 ** 2 * 4 ** (level - 4))
  return reached ?? 2
}
