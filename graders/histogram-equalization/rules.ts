import { defineRules, halfToEven, u8 } from '#kit'
import type { histogramEqualization } from './reference.ts'

/** The mistakes people make in histogram equalisation. */
export const rules = defineRules(equaliseWith, {
  darkest: {
    'darkest-not-zero': {
      en: '255 c(v) / n: the darkest level that occurs is not sent to 0',
      zh: '255 c(v) / n：出现的最暗一级没有映射到 0',
      cards: ['thresholding/equalise-level'],
      choice: () => 0,
    },
    'one-for-darkest': {
      en: '255 (c(v) - 1) / (n - 1): the count of the darkest level is taken for 1',
      zh: '255 (c(v) - 1) / (n - 1)：把最暗一级的像素个数当成了 1',
      cards: ['thresholding/equalise-level'],
      choice: () => 1,
    },
  },
  divisor: {
    'divided-by-all': {
      en: '255 (c(v) - m) / n: the divisor is not lessened by m, so that the brightest level falls short of 255',
      zh: '255 (c(v) - m) / n：除数没有减去 m，最亮一级达不到 255',
      cards: ['thresholding/equalise-level'],
      choice: ({ count }) => count,
    },
  },
  counted: {
    'counts-below': {
      en: 'counts of the pixels darker than v, without those at v',
      zh: '只数比 v 暗的像素、没有数等于 v 的像素得到的结果',
      cards: ['thresholding/equalise-map'],
      choice: (greys, level) => greys.filter((grey) => grey < level).length,
    },
    'levels-not-pixels': {
      en: 'an equalisation that counts each level that occurs once, however many pixels it holds',
      zh: '每个出现的灰度级只计一次（不管有多少像素）的均衡化',
      cards: ['thresholding/equalise-map'],
      choice: (greys, level) => new Set(greys.filter((grey) => grey <= level)).size,
    },
    'contrast-stretched': {
      en: 'a contrast stretch, 255 (v - min) / (max - min), which does not look at the histogram',
      zh: '对比度拉伸 255 (v - min) / (max - min)：没有用到直方图',
      cards: ['thresholding/equalise-map'],
      choice: (_, level) => level,
    },
  },
  brightest: {
    'own-maximum': {
      en: "levels stretched to the image's own maximum instead of 255",
      zh: '拉伸到图像自身最大值、而不是 255 的灰度',
      cards: ['thresholding/equalise-map'],
      choice: (greys) => Math.max(...greys),
    },
    'to-254': {
      en: 'levels stretched to 254 instead of 255',
      zh: '拉伸到 254、而不是 255 的灰度',
      cards: ['thresholding/equalise-map'],
      choice: () => 254,
    },
  },
  rounding: {
    truncated: {
      en: 'values that are cut off (astype(uint8)) instead of rounded',
      zh: '截断取整（astype(uint8)）、而不是四舍五入的值',
      cards: ['thresholding/equalise-level'],
      choice: Math.floor,
    },
    'rounded-up': {
      en: 'values that are always rounded up',
      zh: '总是向上取整的值',
      cards: ['thresholding/equalise-level'],
      choice: Math.ceil,
    },
    // Another mistake may bring halves about.
    'half-to-even': { choice: halfToEven },
  },
  constant: {
    'constant-black': {
      en: 'an equalisation that turns a constant image black; it stays as it is',
      zh: '把常数图像变成全黑的均衡化；它应原样返回',
      cards: ['thresholding/equalise-level'],
      nuisance: true,
      choice: () => 0,
    },
    'constant-white': {
      en: 'an equalisation that turns a constant image white; it stays as it is',
      zh: '把常数图像变成全白的均衡化；它应原样返回',
      cards: ['thresholding/equalise-level'],
      nuisance: true,
      choice: () => 255,
    },
  },
})

interface Choices {
  /** What is subtracted. */
  readonly darkest?: () => number
  readonly divisor?: (of: { readonly count: number }) => number
  /** What takes the place of the number of pixels of at most a level. */
  readonly counted?: (greys: readonly number[], level: number) => number
  readonly brightest?: (greys: readonly number[]) => number
  readonly rounding?: (value: number) => number
  readonly constant?: () => number
}

function equaliseWith(choices: Choices): typeof histogramEqualization {
  const { counted = atMost, rounding = Math.round, brightest = () => 255 } = choices
  return ({ shape, data }) => {
    const greys = [...data]
    const [low, high] = [Math.min(...greys), Math.max(...greys)]
    if (low === high) return u8(shape, choices.constant?.() ?? low)
    const darkest = choices.darkest?.() ?? counted(greys, low)
    const count = counted(greys, high)
    const divisor = choices.divisor?.({ count }) ?? count - darkest
    return u8(
      shape,
      greys.map((level) => rounding((brightest(greys) * (counted(greys, level) - darkest)) / divisor)),
    )
  }
}

function atMost(greys: readonly number[], level: number): number {
  return greys.filter((grey) => grey <= level).length
}
