import type { Text } from '../../../core/locale.ts'
import type { RuleTable } from '../../rules.ts'

/** What one may choose in the weights of a Gaussian kernel. */
export interface GaussianChoices {
  /** What is made of the weights; they are divided by their sum if not given. */
  readonly scale?: (weights: readonly number[], asked: KernelSetting) => readonly number[]
  readonly exponent?: (square: number, sigma: number) => number
  readonly distance?: (at: number, ksize: number) => number
  readonly sigma?: (asked: number, ksize: number) => number
}

interface KernelSetting {
  readonly ksize: number
  readonly sigma: number
}

/** The weights of a ksize x ksize Gaussian kernel, in reading order, none of it fast. */
export function gaussianWeights(ksize: number, asked: number, choices: GaussianChoices): readonly number[] {
  const { exponent = halved, distance = fromMiddle, scale = dividedBySum } = choices
  const sigma = choices.sigma?.(asked, ksize) ?? asked
  const weights = Array.from({ length: ksize ** 2 }, (_, at) => {
    const [dy, dx] = [distance(Math.floor(at / ksize), ksize), distance(at % ksize, ksize)]
    return Math.exp(-exponent(dy ** 2 + dx ** 2, sigma))
  })
  return scale(weights, { ksize, sigma })
}

function dividedBySum(weights: readonly number[]): readonly number[] {
  const sum = total(weights)
  return weights.map((one) => one / sum)
}

function total(weights: readonly number[]): number {
  return weights.reduce((sum, one) => sum + one, 0)
}

function times(factor: (asked: KernelSetting) => number): NonNullable<GaussianChoices['scale']> {
  return (weights, asked) => weights.map((one) => one * factor(asked))
}

/** @param lineOf which line the weight at a row and a column is in */
function linesDividedBySums(
  lineOf: (row: number, column: number) => number,
): NonNullable<GaussianChoices['scale']> {
  return (weights, { ksize }) => {
    const lines = weights.map((_, at) => lineOf(Math.floor(at / ksize), at % ksize))
    const sums = Array.from({ length: ksize }, (_, line) =>
      total(weights.filter((_w, at) => lines[at] === line)),
    )
    return weights.map((one, at) => one / (sums[lines[at] ?? 0] ?? 1))
  }
}

function halved(square: number, sigma: number): number {
  return square / (2 * sigma ** 2)
}

function fromMiddle(at: number, ksize: number): number {
  return at - (ksize - 1) / 2
}

/** @param before what stands before each mistake in the weights, such as "a filter with " */
export function gaussianRules(before: Text): Required<RuleTable<GaussianChoices>> {
  const told = ({ en, zh }: Text, ...cards: readonly string[]) => ({
    en: before.en + en,
    zh: before.zh + zh,
    cards: cards.map((slug) => (slug.includes('/') ? slug : `gaussian-filter/${slug}`)),
  })
  return {
    scale: scaleRule(told),
    exponent: exponentRule(told),
    distance: distanceRule(told),
    sigma: {
      'sigma-from-ksize': {
        ...told(
          {
            en: 'a sigma made from ksize, 0.3 ((ksize - 1) / 2 - 1) + 0.8, as OpenCV does where none is given',
            zh: '由 ksize 推算的 sigma，即 0.3 ((ksize - 1) / 2 - 1) + 0.8（OpenCV 在未给出 sigma 时的做法）',
          },
          'sigma-from-ksize',
        ),
        choice: (_, ksize) => 0.3 * ((ksize - 1) / 2 - 1) + 0.8,
      },
      'sigma-is-one': {
        ...told(
          { en: 'a sigma of 1 whatever is asked for', zh: '不管传入什么、总是 1 的 sigma' },
          'kernel-273-sigma',
        ),
        choice: () => 1,
      },
    },
  }
}

type Told = (text: Text, ...cards: readonly string[]) => Text & { readonly cards: readonly string[] }

function scaleRule(told: Told): Required<RuleTable<GaussianChoices>>['scale'] {
  return {
    'not-normalised': {
      ...told(
        {
          en: 'weights that are not divided by their sum: the middle is 1, and a filter brightens the image',
          zh: '没有除以总和的权重：正中间为 1，滤波后图像会变亮',
        },
        'normalise-by-sum',
      ),
      choice: (weights) => weights,
    },
    'density-factor': {
      ...told(
        {
          en: 'weights scaled by 1 / (2 pi sigma²), which normalises the continuous Gaussian; those of a window do not sum to 1 with it',
          zh: '乘以 1 / (2 pi sigma²) 的权重：那是连续高斯函数的归一化系数，窗口内的权重之和并不是 1',
        },
        'normalise-by-sum',
      ),
      choice: times(({ sigma }) => 1 / (2 * Math.PI * sigma ** 2)),
    },
    'density-factor-of-one-axis': {
      ...told(
        {
          en: 'weights scaled by 1 / (sqrt(2 pi) sigma), the factor of one axis alone',
          zh: '乘以 1 / (sqrt(2 pi) sigma) 的权重：那只是一个轴的系数',
        },
        'normalise-by-sum',
      ),
      choice: times(({ sigma }) => 1 / (Math.sqrt(2 * Math.PI) * sigma)),
    },
    'divided-by-area': {
      ...told(
        {
          en: 'weights divided by ksize² instead of by their sum',
          zh: '除以 ksize²、而不是除以总和的权重',
        },
        'normalise-by-sum',
      ),
      choice: times(({ ksize }) => 1 / ksize ** 2),
    },
    'divided-by-sum-of-one-axis': {
      ...told(
        {
          en: 'weights divided by the sum of one axis alone; those of the whole square are to sum to 1',
          zh: '只除以一个轴上权重之和的权重；应使整个方形窗口的权重之和为 1',
        },
        'normalise-by-sum',
      ),
      choice: (weights) => weights.map((one) => one / Math.sqrt(total(weights))),
    },
    'rows-divided-by-their-sums': {
      ...told(
        {
          en: 'weights of which each row sums to 1, as with sum(axis=1, keepdims=True); all of them together are to sum to 1',
          zh: '每一行之和都为 1 的权重（如 sum(axis=1, keepdims=True)）；应使全部权重之和为 1',
        },
        'normalise-by-sum',
      ),
      choice: linesDividedBySums((row) => row),
    },
    'columns-divided-by-their-sums': {
      ...told(
        {
          en: 'weights of which each column sums to 1, as with sum(axis=0); all of them together are to sum to 1',
          zh: '每一列之和都为 1 的权重（如 sum(axis=0)）；应使全部权重之和为 1',
        },
        'normalise-by-sum',
      ),
      choice: linesDividedBySums((_, column) => column),
    },
  }
}

function exponentRule(told: Told): Required<RuleTable<GaussianChoices>>['exponent'] {
  return {
    'exponent-not-halved': {
      ...told(
        {
          en: 'weights of exp(-d² / sigma²) at a distance of d: the 2 below the squared distance is missing',
          zh: '用 exp(-d² / sigma²)（d 为距离）得到的权重：分母漏了 2',
        },
        'separable-why',
      ),
      choice: (square, sigma) => square / sigma ** 2,
    },
    'sigma-not-squared': {
      ...told(
        {
          en: 'weights of exp(-d² / (2 sigma)) at a distance of d: sigma is not squared',
          zh: '用 exp(-d² / (2 sigma))（d 为距离）得到的权重：sigma 没有平方',
        },
        'separable-why',
      ),
      choice: (square, sigma) => square / (2 * sigma),
    },
    'multiplied-by-sigma': {
      ...told(
        {
          en: 'weights of exp(-d² / 2 · sigma²) at a distance of d: without brackets, / 2 * sigma² multiplies by sigma²',
          zh: '用 exp(-d² / 2 · sigma²)（d 为距离）得到的权重：分母 2 sigma² 漏了括号，变成乘以 sigma²',
        },
        'separable-why',
      ),
      choice: (square, sigma) => (square / 2) * sigma ** 2,
    },
    'distance-not-squared': {
      ...told(
        {
          en: 'weights of exp(-d / (2 sigma²)) at a distance of d: the distance is not squared',
          zh: '用 exp(-d / (2 sigma²))（d 为距离）得到的权重：距离没有平方',
        },
        'separable-why',
        'isotropic-and-separable',
      ),
      choice: (square, sigma) => Math.sqrt(square) / (2 * sigma ** 2),
    },
    'denominator-squared-whole': {
      ...told(
        {
          en: 'weights of exp(-d² / (2 sigma)²) at a distance of d: the 2 is squared as well',
          zh: '用 exp(-d² / (2 sigma)²)（d 为距离）得到的权重：把 2 也平方了',
        },
        'separable-why',
      ),
      choice: (square, sigma) => square / (2 * sigma) ** 2,
    },
  }
}

function distanceRule(told: Told): Required<RuleTable<GaussianChoices>>['distance'] {
  const cards = ['mean-filter/padded-slice', 'mean-filter/corner-anchored-window']
  return {
    'centre-at-half-ksize': {
      ...told(
        {
          en: 'a Gaussian whose centre is at ksize / 2, half a pixel beyond the middle (ksize - 1) / 2',
          zh: '中心在 ksize / 2 的高斯函数：比正中间 (ksize - 1) / 2 偏了半个像素',
        },
        ...cards,
      ),
      choice: (at, ksize) => at - ksize / 2,
    },
    'centre-one-beyond': {
      ...told(
        {
          en: 'a Gaussian whose centre is one pixel beyond the middle, as from range(-ksize // 2, ksize // 2): -5 // 2 is -3',
          zh: '中心比正中间偏了一个像素的高斯函数，如 range(-ksize // 2, ksize // 2)：-5 // 2 等于 -3',
        },
        ...cards,
      ),
      choice: (at, ksize) => at - (ksize + 1) / 2,
    },
    'centre-at-corner': {
      ...told(
        {
          en: 'a Gaussian whose centre is the top left pixel of the kernel',
          zh: '中心在核左上角像素的高斯函数',
        },
        ...cards,
      ),
      choice: (at) => at,
    },
    'distances-stretched': {
      ...told(
        {
          en: 'distances that run from -ksize / 2 to ksize / 2, as linspace gives them: more than one pixel apart',
          zh: '从 -ksize / 2 取到 ksize / 2 的距离（如用 linspace）：相邻两个之间超过一个像素',
        },
        ...cards,
      ),
      choice: (at, ksize) => (ksize === 1 ? -ksize / 2 : (at * ksize) / (ksize - 1) - ksize / 2),
    },
    'distances-from-minus-one-to-one': {
      ...told(
        {
          en: 'distances that run from -1 to 1 whatever ksize is, as linspace(-1, 1, ksize) gives them; neighbours are one pixel apart',
          zh: '不管 ksize 是多少、总是从 -1 取到 1 的距离（如 linspace(-1, 1, ksize)）；相邻两个应相距一个像素',
        },
        ...cards,
      ),
      choice: (at, ksize) => (ksize === 1 ? -1 : (2 * at) / (ksize - 1) - 1),
    },
  }
}
