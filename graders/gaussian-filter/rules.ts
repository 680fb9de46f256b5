import {
  defineRules,
  type GaussianChoices,
  gaussianRules,
  gaussianWeights,
  isWindowInside,
  reflect101,
  type WindowChoices,
  type WindowPlaces,
  windowFilter,
  windowRules,
} from '#kit'
import type { gaussianFilter } from './reference.ts'

const { ksize, window, visited, ...windowed } = windowRules({
  name: { en: 'Gaussian filter', zh: '高斯' },
  border: 'border-reflect-101',
  cards: {
    border: ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
    anchor: ['mean-filter/corner-anchored-window', 'mean-filter/padded-slice'],
    width: ['mean-filter/padded-slice'],
    frame: ['gaussian-filter/zero-border-width', 'mean-filter/zero-border'],
    'zero-padding': ['gaussian-filter/border-uniform', 'mean-filter/border-reflect-101'],
    'border-reflect': ['mean-filter/border-modes', 'mean-filter/border-names-scipy'],
    'window-clipped': ['mean-filter/shrinking-window', 'gaussian-filter/border-uniform'],
  },
})
// Here the kernel grows with the window.
const { 'radius-is-ksize': wide, ...windows } = window

/** The mistakes people make in a Gaussian filter; the notes' own (a loop that stops early within a frame of zeros) among them. */
export const rules = defineRules(filterWith, {
  ...windowed,
  window: windows,
  ksize: {
    ...ksize,
    'radius-is-ksize': {
      en: 'a filter whose window reaches ksize pixels to each side, so it is 2 ksize + 1 wide: ksize is the width of the window, and its radius is (ksize - 1) / 2',
      zh: '窗口向每侧各取 ksize 个像素、宽为 2 ksize + 1 的滤波：ksize 是窗口的边长，半径是 (ksize - 1) / 2',
      cards: ['mean-filter/padded-slice'],
      choice: (asked) => 2 * asked + 1,
    },
  },
  visited: {
    ...visited,
    'loop-stops-early': {
      en: 'a filter that visits only whole windows, and stops one row and one column before the last of them (range(H - k) instead of range(H - k + 1))',
      zh: '只处理完整的窗口、并且少处理最后一行和最后一列窗口（写成 range(H - k)，应为 range(H - k + 1)）的滤波',
      cards: ['gaussian-filter/loop-stops-early', 'gaussian-filter/zero-border-width'],
      choice: ({ row, column, ...size }, asked) =>
        isWindowInside({ row, column, ...size }, asked) &&
        isWindowInside({ row: row + 1, column: column + 1, ...size }, asked),
    },
  },
  ...gaussianRules({ en: 'a filter with ', zh: '滤波核取了' }),
  result: {
    rounded: {
      en: 'a filter whose result is rounded to whole numbers',
      zh: '结果取整的滤波',
      cards: ['gaussian-filter/steps'],
      choice: Math.round,
    },
    'clipped-to-bytes': {
      en: 'a filter whose result is clipped to 0 to 255',
      zh: '结果截断到 0 至 255 的滤波',
      cards: ['gaussian-filter/steps'],
      choice: (value) => Math.min(Math.max(value, 0), 255),
    },
  },
  passes: {
    'rows-alone': {
      en: 'a blur along the rows alone: the pass down the columns is missing',
      zh: '只沿行方向的模糊：漏了列方向的那一遍',
      cards: ['gaussian-filter/separable-why', 'gaussian-filter/steps'],
      choice: ({ down }, middle) => down === middle,
    },
    'columns-alone': {
      en: 'a blur down the columns alone: the pass along the rows is missing',
      zh: '只沿列方向的模糊：漏了行方向的那一遍',
      cards: ['gaussian-filter/separable-why', 'gaussian-filter/steps'],
      choice: ({ across }, middle) => across === middle,
    },
  },
})

interface Choices extends WindowChoices, GaussianChoices {
  readonly result?: (value: number) => number
  /** The places of the window that are summed, where one pass alone is made. */
  readonly passes?: (place: Place, middle: number) => boolean
}

interface Place {
  readonly down: number
  readonly across: number
}

function filterWith({ result = (value) => value, passes, ...choices }: Choices): typeof gaussianFilter {
  return (image, asked, sigma) => {
    const kernels = new Map<number, readonly number[]>()
    const kernelOf = (size: number) => kernels.get(size) ?? gaussianWeights(size, sigma, choices)
    const finish = (values: readonly number[], size: number, { down, across }: WindowPlaces) => {
      const kernel = kernelOf(size)
      kernels.set(size, kernel)
      const weights = values.map((_, at) => {
        const place = { down: down[at] ?? 0, across: across[at] ?? 0 }
        return passes?.(place, (size - 1) / 2) === false ? 0 : (kernel[place.down * size + place.across] ?? 0)
      })
      const whole = choices.border || passes ? total(kernel) / total(weights) : 1
      return result(values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) * whole)
    }
    return windowFilter<'f32'>({ border: reflect101, finish }, choices)(image, asked)
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
