import { defineRules, f64 } from '#kit'
import type { gaussianKernel } from './reference.ts'

/** The mistakes people make in a Gaussian kernel. */
export const rules = defineRules(kernelWith, {
  scale: {
    'not-normalised': {
      en: 'weights that are not divided by their sum: the middle is 1, and the filter brightens the image',
      zh: '没有除以总和的权重：正中间为 1，滤波后图像会变亮',
      cards: ['gaussian-filter/normalise-by-sum'],
      choice: () => 1,
    },
    'density-factor': {
      en: 'weights scaled by 1 / (2 pi sigma²), which normalises the continuous Gaussian; those of a window do not sum to 1 with it',
      zh: '乘以 1 / (2 pi sigma²) 的权重：那是连续高斯函数的归一化系数，窗口内的权重之和并不是 1',
      cards: ['gaussian-filter/normalise-by-sum'],
      choice: ({ sigma }) => 1 / (2 * Math.PI * sigma ** 2),
    },
    'density-factor-of-one-axis': {
      en: 'weights scaled by 1 / (sqrt(2 pi) sigma), the factor of one axis alone',
      zh: '乘以 1 / (sqrt(2 pi) sigma) 的权重：那只是一个轴的系数',
      cards: ['gaussian-filter/normalise-by-sum'],
      choice: ({ sigma }) => 1 / (Math.sqrt(2 * Math.PI) * sigma),
    },
    'divided-by-area': {
      en: 'weights divided by ksize² instead of by their sum',
      zh: '除以 ksize²、而不是除以总和的权重',
      cards: ['gaussian-filter/normalise-by-sum'],
      choice: ({ ksize }) => 1 / ksize ** 2,
    },
  },
  exponent: {
    'exponent-not-halved': {
      en: 'weights of exp(-d² / sigma²): the 2 below the squared distance is missing',
      zh: '用 exp(-d² / sigma²) 得到的权重：分母漏了 2',
      cards: ['gaussian-filter/separable-why'],
      choice: (square, sigma) => square / sigma ** 2,
    },
    'sigma-not-squared': {
      en: 'weights of exp(-d² / (2 sigma)): sigma is not squared',
      zh: '用 exp(-d² / (2 sigma)) 得到的权重：sigma 没有平方',
      cards: ['gaussian-filter/separable-why'],
      choice: (square, sigma) => square / (2 * sigma),
    },
    'distance-not-squared': {
      en: 'weights of exp(-d / (2 sigma²)): the distance is not squared',
      zh: '用 exp(-d / (2 sigma²)) 得到的权重：距离没有平方',
      cards: ['gaussian-filter/separable-why', 'gaussian-filter/isotropic-and-separable'],
      choice: (square, sigma) => Math.sqrt(square) / (2 * sigma ** 2),
    },
    'denominator-doubled-and-squared': {
      en: 'weights of exp(-d² / (2 sigma)²): the 2 is squared as well',
      zh: '用 exp(-d² / (2 sigma)²) 得到的权重：把 2 也平方了',
      cards: ['gaussian-filter/separable-why'],
      choice: (square, sigma) => square / (2 * sigma) ** 2,
    },
  },
  distance: {
    'centre-at-half-ksize': {
      en: 'a Gaussian whose centre is at ksize / 2, half a pixel beyond the middle (ksize - 1) / 2',
      zh: '中心在 ksize / 2 的高斯函数：比正中间 (ksize - 1) / 2 偏了半个像素',
      cards: ['mean-filter/padded-slice', 'mean-filter/corner-anchored-window'],
      choice: (at, ksize) => at - ksize / 2,
    },
    'centre-one-beyond': {
      en: 'a Gaussian whose centre is one pixel beyond the middle, as from range(-ksize // 2, ksize // 2): -5 // 2 is -3',
      zh: '中心比正中间偏了一个像素的高斯函数，如 range(-ksize // 2, ksize // 2)：-5 // 2 等于 -3',
      cards: ['mean-filter/padded-slice', 'mean-filter/corner-anchored-window'],
      choice: (at, ksize) => at - (ksize + 1) / 2,
    },
    'centre-at-corner': {
      en: 'a Gaussian whose centre is the top left pixel of the kernel',
      zh: '中心在核左上角像素的高斯函数',
      cards: ['mean-filter/padded-slice', 'mean-filter/corner-anchored-window'],
      choice: (at) => at,
    },
    'distances-stretched': {
      en: 'distances that run from -ksize / 2 to ksize / 2, as linspace gives them: more than one pixel apart',
      zh: '从 -ksize / 2 取到 ksize / 2 的距离（如用 linspace）：相邻两个之间超过一个像素',
      cards: ['mean-filter/padded-slice', 'mean-filter/corner-anchored-window'],
      choice: (at, ksize) => (ksize === 1 ? -ksize / 2 : (at * ksize) / (ksize - 1) - ksize / 2),
    },
  },
  sigma: {
    'sigma-from-ksize': {
      en: 'a sigma made from ksize, 0.3 ((ksize - 1) / 2 - 1) + 0.8, as OpenCV does where none is given',
      zh: '由 ksize 推算的 sigma，即 0.3 ((ksize - 1) / 2 - 1) + 0.8（OpenCV 在未给出 sigma 时的做法）',
      cards: ['gaussian-filter/sigma-from-ksize'],
      choice: (_, ksize) => 0.3 * ((ksize - 1) / 2 - 1) + 0.8,
    },
    'sigma-is-one': {
      en: 'a sigma of 1 whatever is asked for',
      zh: '不管传入什么、sigma 总是 1',
      cards: ['gaussian-filter/kernel-273-sigma'],
      choice: () => 1,
    },
  },
  axes: {
    'one-axis': {
      en: 'weights of the columns alone, every row the same',
      zh: '只随列变化、每一行都相同的权重',
      cards: ['gaussian-filter/separable-why'],
      choice: (_, column) => column ** 2,
    },
  },
  kernel: {
    binomial: {
      en: "a kernel of binomial numbers (1 4 6 4 1), Pascal's triangle, whatever sigma is",
      zh: '不管 sigma 是多少、总是二项式系数（1 4 6 4 1，即杨辉三角）的核',
      cards: ['gaussian-filter/cv2-fixed-kernel', 'gaussian-filter/table-not-formula'],
      choice: binomial,
    },
  },
})

interface Choices {
  /** What the weights are multiplied by; one over their sum if not given. */
  readonly scale?: (asked: { readonly ksize: number; readonly sigma: number }) => number
  readonly exponent?: (square: number, sigma: number) => number
  readonly distance?: (at: number, ksize: number) => number
  readonly sigma?: (asked: number, ksize: number) => number
  readonly axes?: (row: number, column: number) => number
  readonly kernel?: (ksize: number, row: number, column: number) => number
}

function kernelWith(choices: Choices): typeof gaussianKernel {
  const {
    exponent = (square, sigma) => square / (2 * sigma ** 2),
    distance = (at, size) => at - (size - 1) / 2,
  } = choices
  const { axes = (row, column) => row ** 2 + column ** 2 } = choices
  return (ksize, asked) => {
    const sigma = choices.sigma?.(asked, ksize) ?? asked
    const weight = (row: number, column: number) =>
      choices.kernel?.(ksize, row, column) ??
      Math.exp(-exponent(axes(distance(row, ksize), distance(column, ksize)), sigma))
    const weights = Array.from({ length: ksize ** 2 }, (_, at) => weight(Math.floor(at / ksize), at % ksize))
    const scale = choices.scale?.({ ksize, sigma }) ?? 1 / weights.reduce((sum, one) => sum + one, 0)
    return f64(
      [ksize, ksize],
      weights.map((one) => one * scale),
    )
  }
}

function binomial(ksize: number, row: number, column: number): number {
  return choose(ksize - 1, row) * choose(ksize - 1, column)
}

function choose(of: number, taken: number): number {
  return taken === 0 ? 1 : (choose(of, taken - 1) * (of - taken + 1)) / taken
}
