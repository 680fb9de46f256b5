import {
  defineRules,
  reflect101,
  type Text,
  type WindowChoices,
  type WindowPlaces,
  windowFilter,
  windowRules,
} from '#kit'
import type { bilateralFilter } from './reference.ts'

const { ksize, window, ...windowed } = windowRules({
  name: { en: 'bilateral filter', zh: '双边' },
  border: 'border-reflect-101',
  size: 'radius',
  cards: {
    border: ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
    anchor: ['mean-filter/corner-anchored-window', 'mean-filter/padded-slice'],
    width: ['mean-filter/padded-slice'],
    frame: ['mean-filter/zero-border', 'mean-filter/border-reflect-101'],
    'window-clipped': ['mean-filter/shrinking-window', 'mean-filter/border-reflect-101'],
  },
})
// The statement gives the radius, so nobody takes the width for it.
const { 'radius-is-ksize': _, ...windows } = window

/** The mistakes people make in a bilateral filter. */
export const rules = defineRules(filterWith, {
  ...windowed,
  window: windows,
  ksize: {
    ...ksize,
    'radius-is-diameter': {
      en: 'a filter whose window is radius wide instead of 2 radius + 1, as if radius were the diameter d of cv2.bilateralFilter',
      zh: '窗口宽为 radius 而不是 2 radius + 1 的滤波（把 radius 当成了 cv2.bilateralFilter 的直径 d）',
      cards: ['bilateral-filter/opencv-window'],
      choice: (size) => 2 * Math.floor((size - 1) / 4) + 1,
    },
  },
  shape: {
    'window-is-disc': {
      en: 'a bilateral filter over a disc, as cv2.bilateralFilter has it: pixels farther than radius are left out, and here the whole square counts',
      zh: '圆形窗口的双边滤波（cv2.bilateralFilter 的做法）：距离超过 radius 的像素没有计入，而这里要求整个正方形',
      cards: ['bilateral-filter/opencv-window'],
      choice: (square, radius) => square <= radius ** 2,
    },
  },
  space: {
    'space-left-out': {
      en: 'a filter that weighs by likeness alone: the weight of the distance is missing',
      zh: '只按灰度相似程度加权的滤波：漏了空间距离的权重',
      cards: ['bilateral-filter/two-weights'],
      choice: () => 0,
    },
    ...exponents({ en: 'the distance', zh: '空间距离' }, 'space', 'sigmaSpace'),
  },
  colour: {
    'colour-left-out': {
      en: 'a plain Gaussian blur: the weight of the difference in value is missing',
      zh: '普通的高斯模糊：漏了灰度差的权重',
      cards: ['bilateral-filter/two-weights', 'bilateral-filter/range-to-infinity'],
      choice: () => 0,
    },
    ...exponents({ en: 'the difference in value', zh: '灰度差' }, 'colour', 'sigmaColor'),
  },
  sigmas: {
    'sigmas-swapped': {
      en: 'a bilateral filter in which sigmaColor weighs the distance and sigmaSpace the difference in value',
      zh: '把 sigmaColor 用于空间距离、sigmaSpace 用于灰度差的双边滤波（两个参数用反了）',
      cards: ['bilateral-filter/two-weights'],
      choice: true,
    },
  },
  joined: {
    'weights-added': {
      en: 'a filter that adds the two weights instead of multiplying them',
      zh: '把两个权重相加、而不是相乘的滤波',
      cards: ['bilateral-filter/two-weights'],
      choice: (space, colour) => space + colour,
    },
  },
  divisor: {
    'fixed-divisor': {
      en: 'sums that are divided by the sum of the weights of the distance alone, the same at every pixel',
      zh: '除以空间权重之和（每个像素都相同）的加权和',
      cards: ['bilateral-filter/normaliser'],
      choice: ({ space }) => total(space),
    },
    'not-normalised': {
      en: 'sums that are not divided by the sum of their weights',
      zh: '没有除以权重之和的加权和',
      cards: ['bilateral-filter/normaliser'],
      choice: () => 1,
    },
    'divided-by-count': {
      en: 'sums that are divided by the number of pixels in the window instead of the sum of the weights',
      zh: '除以窗口内像素个数、而不是权重之和的加权和',
      cards: ['bilateral-filter/normaliser'],
      choice: ({ space }) => space.length,
    },
  },
})

/** A mistake in one of the two Gaussians. */
function exponents(of: Text, id: string, sigmaName: string) {
  const cards = ['bilateral-filter/weight-value', 'bilateral-filter/two-weights']
  return {
    [`${id}-not-halved`]: {
      en: `a filter in which the weight of ${of.en} is exp(-d² / ${sigmaName}²): the 2 is missing`,
      zh: `${of.zh}的权重写成 exp(-d² / ${sigmaName}²) 的滤波：分母漏了 2`,
      cards,
      choice: (square: number, sigma: number) => square / sigma ** 2,
    },
    [`${id}-sigma-not-squared`]: {
      en: `a filter in which the weight of ${of.en} is exp(-d² / (2 ${sigmaName})): ${sigmaName} is not squared`,
      zh: `${of.zh}的权重写成 exp(-d² / (2 ${sigmaName})) 的滤波：${sigmaName} 没有平方`,
      cards,
      choice: (square: number, sigma: number) => square / (2 * sigma),
    },
    [`${id}-not-squared`]: {
      en: `a filter in which the weight of ${of.en} is exp(-|d| / (2 ${sigmaName}²)): d is not squared`,
      zh: `${of.zh}的权重写成 exp(-|d| / (2 ${sigmaName}²)) 的滤波：d 没有平方`,
      cards,
      choice: (square: number, sigma: number) => Math.sqrt(square) / (2 * sigma ** 2),
    },
  }
}

interface Choices extends WindowChoices {
  readonly shape?: (square: number, radius: number) => boolean
  readonly space?: (square: number, sigma: number) => number
  readonly colour?: (square: number, sigma: number) => number
  readonly sigmas?: boolean
  readonly joined?: (space: number, colour: number) => number
  readonly divisor?: (of: { readonly space: readonly number[] }) => number
}

function filterWith({ divisor, ...choices }: Choices): typeof bilateralFilter {
  const {
    shape = () => true,
    joined = (space, colour) => space * colour,
    space = halved,
    colour = halved,
  } = choices
  return (image, radius, sigmaColor, sigmaSpace) => {
    const [ofSpace, ofColour] = choices.sigmas ? [sigmaColor, sigmaSpace] : [sigmaSpace, sigmaColor]
    const finish = (values: readonly number[], size: number, { pixel, down, across }: WindowPlaces) => {
      const middle = (size - 1) / 2
      const squares = values.map(
        (_, at) => ((down[at] ?? 0) - middle) ** 2 + ((across[at] ?? 0) - middle) ** 2,
      )
      const inside = squares.map((square) => (shape(square, middle) ? 1 : 0))
      const near = squares.map((square, at) => (inside[at] ?? 0) * Math.exp(-space(square, ofSpace)))
      const weights = values.map(
        (value, at) =>
          (inside[at] ?? 0) * joined(near[at] ?? 0, Math.exp(-colour((value - pixel) ** 2, ofColour))),
      )
      const sum = total(values.map((value, at) => value * (weights[at] ?? 0)))
      return sum / (divisor?.({ space: near }) ?? total(weights))
    }
    return windowFilter<'f32'>({ border: reflect101, finish }, choices)(image, 2 * radius + 1)
  }
}

function halved(square: number, sigma: number): number {
  return square / (2 * sigma ** 2)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
