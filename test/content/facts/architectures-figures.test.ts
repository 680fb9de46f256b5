import { expect } from 'vitest'
import { pairs, range } from './arithmetic.ts'
import { diceOfCounts } from './boxes.ts'
import { checkAnswerFigures, checkPromptFigures } from './check-figures.ts'
import { numbersIn } from './layer-cost.ts'
import { outputSize, receptiveField, usedOffsets } from './sliding-window.ts'

checkAnswerFigures('architectures', {
  // Two directions at each of the kernel's points.
  'convolutions/deformable': () => [String(numbersIn([3, 3], [3, 3]))],
  'convolutions/checkerboard': () => {
    expect(coverage(3, 2).size).toBeGreaterThan(1)
    expect(coverage(4, 2).size).toBe(1)
    return [{ en: 'Kernel 4', zh: '核 4' }]
  },
  'convolutions/gridding': () => {
    const dilated = (rates: readonly number[]) => rates.map((dilation) => ({ kernel: 3, dilation }))
    expect([...usedOffsets(dilated([2, 2, 2]))].filter((offset) => offset % 2 !== 0)).toEqual([])
    const mixed = dilated([1, 2, 5])
    expect(usedOffsets(mixed).size).toBe(receptiveField(mixed))
    return [{ en: '1, 2, 5', zh: '1、2、5' }]
  },
  'unet/unpadded': () => [String(572 - outputSize(572, { kernel: 3 }))],
  'unet/dice-empty': () => {
    // Intersection and sum of both masks are 0.
    const loss = (above: number, below: number) => 1 - (2 * 0 + above) / (0 + below)
    expect(loss(0, 0)).toBeNaN()
    return [String(loss(0, 1e-5)), String(loss(1e-5, 1e-5)), '$0/0$']
  },
  'unet/dice-f1': () => {
    const [precision, recall] = [60 / (60 + 25), 60 / (60 + 10)]
    expect((2 * precision * recall) / (precision + recall)).toBeCloseTo(diceOfCounts(60, 25, 10))
    return ['$2PR / (P + R)$', '$2TP/(2TP + FP + FN)$']
  },
  'vit/patch-size-cost': () => [`$2^2 = ${tokensOf(8) / tokensOf(16)}$`],
})

checkPromptFigures('architectures', {
  'vit/patch-size-cost': () => {
    const grown = numbersIn([tokensOf(8), tokensOf(8)]) / numbersIn([tokensOf(16), tokensOf(16)])
    return [{ en: `${grown} times`, zh: `${grown} 倍` }]
  },
})

function tokensOf(patch: number): number {
  return outputSize(224, { kernel: patch, stride: patch }) ** 2
}

/** By how many kernel positions the inner output pixels of a transposed convolution are covered. */
function coverage(kernel: number, stride: number): ReadonlySet<number> {
  const painted = pairs(range(20), range(kernel)).map(([at, tap]) => at * stride + tap)
  const counts = range(20).map((at) => painted.filter((pixel) => pixel === at + 10).length)
  return new Set(counts)
}
