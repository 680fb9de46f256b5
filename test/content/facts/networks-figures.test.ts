import { expect } from 'vitest'
import { derivative, mean, range, sigmoid, sum, variance } from './arithmetic.ts'
import { checkAnswerFigures, checkPromptFigures, inWords } from './check-figures.ts'
import { convolutionShape, numbersIn } from './layer-cost.ts'
import { mobilenetLayers } from './mobilenet-layers.ts'
import { RESNET_50, RESNET_101, resnetLayers, STEM, type StridePlace } from './resnet-layers.ts'
import { jump, outputSize, receptiveField, windowStarts } from './sliding-window.ts'

const fieldOf50 = (place: StridePlace) => receptiveField(resnetLayers(RESNET_50, place))

checkAnswerFigures('networks', {
  'receptive-field/resnet-stem': () => [String(receptiveField(STEM))],
  'receptive-field/resnet-stem#2': () => [String(jump(STEM))],
  'receptive-field/resnet50-v15': () => [
    ...range(5).map((stages) => String(receptiveField(resnetLayers(RESNET_50, 'first-3x3', stages)))),
    String(fieldOf50('first-1x1')),
    String(receptiveField(resnetLayers(RESNET_101, 'first-3x3'))),
  ],
  'receptive-field/resnet50-v1': () => [String(fieldOf50('last-3x3'))],
  'receptive-field/resnet50-difference': () => {
    const jumps = [1, 2, 3].map((stages) => jump(resnetLayers(RESNET_50, 'first-3x3', stages)))
    return [`$2 \\cdot (${jumps.join(' + ')}) = ${fieldOf50('first-1x1') - fieldOf50('first-3x3')}$`]
  },
  'receptive-field/stack-3x3-why': () => {
    const [three, one] = [stackOf3x3(3), [convolutionShape(1, 1, 7)]]
    expect(receptiveField(range(3).map(() => ({ kernel: 3 })))).toBe(7)
    return [`$${numbersIn(...three)} C^2$`, `$${numbersIn(...one)} C^2$`]
  },
  'receptive-field/v15-why-slower': () => [
    inWords(outputSize(56, { kernel: 1 }) ** 2 / outputSize(56, { kernel: 1, stride: 2 }) ** 2),
  ],
  'receptive-field/v15-why-better': () => {
    const skipped = 1 - (windowStarts(56, { kernel: 1, stride: 2 }).length / 56) ** 2
    expect(skipped).toBe(3 / 4)
    return [{ en: 'Three quarters', zh: '四分之三' }]
  },
  'receptive-field/erf-growth': () => {
    // A signal spreads as the sum of n steps of variance 2/3; with four times the layers its share halves.
    const share = (layers: number) =>
      Math.sqrt((layers * 2) / 3) / receptiveField(range(layers).map(() => ({ kernel: 3 })))
    expect(share(4000) / share(1000)).toBeCloseTo(1 / Math.sqrt(4), 3)
    return ['$1/\\sqrt{n}$']
  },
  'gradient/rescaling': () => {
    const [s, x] = [5, 1.3]
    const wayOfX = derivative(Math.sin, x)
    const wayOfZ = derivative((z) => Math.sin(s * z), x / s)
    expect((s * wayOfZ) / wayOfX).toBeCloseTo(s ** 2)
    return ['$s^2$']
  },
  'pointwise-convolution/mobilenet-share': () => {
    expect(shareOf('pointwise', 'weights')).toBeCloseTo(3 / 4, 2)
    return [
      `${(100 * shareOf('depthwise', 'multiplyAdds')).toFixed(0)}%`,
      { en: 'three quarters', zh: '四分之三' },
    ]
  },
  'backpropagation/central-error': () => {
    const [oneSided, central] = [orderOfError(oneSidedDifference), orderOfError(derivative)].map(bigO)
    return [{ en: `${oneSided} one-sided, ${central} central`, zh: `单侧 ${oneSided}，中心 ${central}` }]
  },
  'batch-norm/momentum-convention': () => [String(Math.round(100 * (1 - 0.99)) / 100)],
  'batch-norm/sync': () => [String(8 * 2)],
  'batch-norm/backward-formula': () => {
    expect(gradientByFormula([1, 4, -2, 0.5], [0.3, -1, 2, 0.7])).toBeCloseTo(
      gradientByDifference([1, 4, -2, 0.5], [0.3, -1, 2, 0.7]),
    )
    return ['$g_i - \\bar{g} - \\hat{x}_i \\, \\overline{g \\hat{x}}$']
  },
  'pooling/channels': () => {
    const side = outputSize(32, { kernel: 2, stride: 2 })
    return [`(8, 64, ${side}, ${side})`]
  },
  'vanishing-gradients/sigmoid-derivative#2': () => [String(steepest(sigmoid))],
  'vanishing-gradients/not-a-loss': () => [String(steepest(sigmoid))],
  'vanishing-gradients/tanh': () => [String(steepest(Math.tanh)), String(steepest(sigmoid))],
})

checkPromptFigures('networks', {
  'receptive-field/resnet50-v1': () => [String(fieldOf50('first-1x1')), String(fieldOf50('first-3x3'))],
  'receptive-field/resnet50-difference': () => [String(fieldOf50('first-1x1') - fieldOf50('first-3x3'))],
  'pointwise-convolution/mobilenet-share': () => [
    `${(100 * shareOf('pointwise', 'multiplyAdds')).toFixed(0)}%`,
  ],
  'backpropagation/vjp': () => [`$10^{${Math.log10(numbersIn([1e6, 1e6]))}}$`],
  'vanishing-gradients/not-a-loss': () => [String(steepest(sigmoid))],
})

function stackOf3x3(layers: number): readonly (readonly number[])[] {
  return range(layers).map(() => convolutionShape(1, 1, 3))
}

function shareOf(kind: string, count: 'multiplyAdds' | 'weights'): number {
  const layers = mobilenetLayers()
  const total = (some: typeof layers) => sum(some.map((layer) => layer[count]))
  return total(layers.filter((layer) => layer.kind === kind)) / total(layers)
}

function oneSidedDifference(f: (x: number) => number, x: number, step: number): number {
  return (f(x + step) - f(x)) / step
}

/** To which power of the step the error is proportional: what halving the step does to it. */
function orderOfError(difference: (f: (x: number) => number, x: number, step: number) => number): number {
  const error = (step: number) => Math.abs(difference(Math.exp, 1, step) - Math.E)
  return Math.round(Math.log2(error(0.02) / error(0.01)))
}

function bigO(power: number): string {
  return power === 1 ? '$O(h)$' : `$O(h^${power})$`
}

/** The largest slope, to four decimals. */
function steepest(f: (x: number) => number): number {
  const slopes = range(801).map((at) => derivative(f, (at - 400) / 100))
  return Math.round(10_000 * Math.max(...slopes)) / 10_000
}

function normalised(values: readonly number[]): readonly number[] {
  return values.map((value) => (value - mean(values)) / Math.sqrt(variance(values)))
}

/** For the first value of a channel, gamma = 1. */
function gradientByFormula(x: readonly number[], upstream: readonly number[]): number {
  const hats = normalised(x)
  const together = mean(upstream.map((g, at) => g * (hats[at] ?? 0)))
  return ((upstream[0] ?? 0) - mean(upstream) - (hats[0] ?? 0) * together) / Math.sqrt(variance(x))
}

function gradientByDifference(x: readonly number[], upstream: readonly number[]): number {
  const loss = (first: number) => {
    const outputs = normalised([first, ...x.slice(1)])
    return sum(outputs.map((y, at) => y * (upstream[at] ?? 0)))
  }
  return derivative(loss, x[0] ?? 0)
}
