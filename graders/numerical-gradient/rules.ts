import { defineRules, f64, type RoundingChoices, rounded, roundingRules } from '#kit'
import type { numericalGradient } from './reference.ts'

/** The mistakes people make in numerical gradients: in the difference, in the coordinates that move, in f itself. */
export const rules = defineRules(gradientWith, {
  quotient: {
    'forward-difference': {
      en: 'a forward difference, (f(x + h) - f(x)) / h; the central one takes f(x - h) too',
      zh: '前向差分 (f(x + h) - f(x)) / h；中心差分还要用 f(x - h)',
      cards: ['backpropagation/central-error'],
      choice: (f, h) => f(h) / h,
    },
    'backward-difference': {
      en: 'a backward difference, (f(x) - f(x - h)) / h; the central one takes f(x + h) too',
      zh: '后向差分 (f(x) - f(x - h)) / h；中心差分还要用 f(x + h)',
      cards: ['backpropagation/central-error'],
      choice: (f, h) => -f(-h) / h,
    },
    'half-forward-difference': {
      en: '(f(x + h) - f(x)) / 2h: the second value is taken at x instead of x - h',
      zh: '差商 (f(x + h) - f(x)) / 2h：第二个值取在了 x，而不是 x - h',
      cards: ['backpropagation/central-numeric', 'backpropagation/central-error'],
      choice: (f, h) => f(h) / (2 * h),
    },
    'divided-by-h': {
      en: 'a central difference divided by h; between x - h and x + h lie 2h',
      zh: '除以 h 的中心差分；x - h 与 x + h 相距 2h',
      cards: ['backpropagation/central-numeric'],
      choice: (f, h) => (f(h) - f(-h)) / h,
    },
    'brackets-missing': {
      en: 'a difference / 2 * h: divided by 2 and then multiplied by h, for the brackets around 2 * h are missing',
      zh: '写成“差 / 2 * h”的差商：先除以 2 又乘了 h，2 * h 外面漏了括号',
      cards: ['backpropagation/central-numeric'],
      choice: (f, h) => ((f(h) - f(-h)) / 2) * h,
    },
    'half-a-step': {
      en: 'a central difference between x - h/2 and x + h/2; the step to each side is h',
      zh: '取在 x - h/2 与 x + h/2 之间的中心差分；两侧步长都应是 h',
      cards: ['backpropagation/central-numeric'],
      choice: (f, h) => (f(h / 2) - f(-h / 2)) / h,
    },
    analytic: {
      en: 'the exact gradient, by calculus or by a step far smaller than h; the difference with h is wanted',
      zh: '精确梯度（解析求导，或者用了比 h 小得多的步长）；要求的是步长为 h 的差分',
      cards: ['backpropagation/central-error', 'backpropagation/central-numeric'],
      choice: (f) => (f(TINY) - f(-TINY)) / (2 * TINY),
    },
  },
  moved: {
    'all-coordinates-at-once': {
      en: 'a difference along all coordinates at once, the same for each entry; move one at a time',
      zh: '所有分量同时移动得到的差分，各分量都一样；应一次只移动一个',
      cards: ['backpropagation/numeric-cost'],
      choice: 'all',
    },
  },
  left: {
    'not-put-back': {
      en: 'differences after which x[i] stays at x - h: put it back before the next coordinate',
      zh: '算完后让 x[i] 停在 x - h 的差分；算下一个分量之前应还原',
      cards: ['backpropagation/central-numeric', 'backpropagation/central-error'],
      choice: (h) => -h,
    },
    'left-ahead': {
      en: 'differences after which x[i] stays at x + h: put it back before the next coordinate',
      zh: '算完后让 x[i] 停在 x + h 的差分；算下一个分量之前应还原',
      cards: ['backpropagation/central-numeric', 'backpropagation/central-error'],
      choice: (h) => h,
    },
  },
  quadratic: {
    'half-missing': {
      en: 'the gradient of an f without the 1/2 before its quadratic term',
      zh: '二次项漏了系数 1/2 的 f 的梯度',
      cards: ['backpropagation/central-numeric'],
      choice: 2,
    },
    'quadratic-missing': {
      en: 'the gradient of an f without its quadratic term',
      zh: '漏了二次项的 f 的梯度',
      cards: ['backpropagation/central-numeric'],
      choice: 0,
    },
  },
  matrix: {
    'taken-as-symmetric': {
      en: 'a gradient with A x where (A + A^T) x / 2 belongs, as if A were symmetric',
      zh: '把 (A + A^T) x / 2 写成 A x 的梯度，相当于默认 A 对称',
      cards: ['backpropagation/central-numeric'],
      choice: 'symmetric',
    },
  },
  linear: {
    'linear-missing': {
      en: 'the gradient of an f without its linear term',
      zh: '漏了线性项的 f 的梯度',
      cards: ['backpropagation/central-numeric'],
      choice: 0,
    },
  },
  sine: {
    'sine-missing': {
      en: 'the gradient of an f without its sines',
      zh: '漏了正弦项的 f 的梯度',
      cards: ['backpropagation/central-numeric'],
      choice: 0,
    },
  },
  ...roundingRules([3, 4], ['backpropagation/central-numeric']),
})

/** Of which the error, f''' h^2 / 6, is below any tolerance; nothing cancels here. */
const TINY = 2 ** -20

interface Choices extends RoundingChoices {
  /** @param f how much f changes with a coordinate */
  readonly quotient?: (f: (by: number) => number, h: number) => number
  readonly moved?: 'all'
  /** How far from its place a coordinate is for the ones behind it. */
  readonly left?: (h: number) => number
  /** Factors of the terms. */
  readonly quadratic?: number
  readonly matrix?: 'symmetric'
  readonly linear?: number
  readonly sine?: number
}

function gradientWith({
  quotient = (f, h) => (f(h) - f(-h)) / (2 * h),
  moved,
  left = () => 0,
  ...choices
}: Choices): typeof numericalGradient {
  return ({ data: a }, { data: b }, { shape, data: x }, h) => {
    const gradient = Array.from(x, (_, i) => {
      const from = Array.from(x, (value, j) => (j < i ? value + left(h) : value))
      const along = from.map((__, j) => (moved || i === j ? 1 : 0))
      return rounded(
        quotient((by) => changeOf(a, b, from, along, by, choices), h),
        choices,
      )
    })
    return f64(shape, gradient)
  }
}

/** f(x + by along) - f(x), term by term, so that nothing is lost in a difference of large numbers. */
function changeOf(
  a: Float64Array,
  b: Float64Array,
  x: readonly number[],
  along: readonly number[],
  by: number,
  { quadratic = 1, linear = 1, sine = 1, matrix }: Choices,
): number {
  const step = along.map((one) => one * by)
  const form = (left: readonly number[], right: readonly number[]) =>
    sumOver(left, (one, i) => one * sumOver(right, (other, j) => other * (a[i * x.length + j] ?? 0)))
  const transposed = matrix === 'symmetric' ? form(step, x) : form(x, step)
  return (
    (quadratic * (transposed + form(step, x) + form(step, step))) / 2 +
    linear * sumOver(step, (one, i) => one * (b[i] ?? 0)) +
    sine * sumOver(x, (value, i) => 2 * Math.cos(value + (step[i] ?? 0) / 2) * Math.sin((step[i] ?? 0) / 2))
  )
}

function sumOver(values: readonly number[], term: (value: number, at: number) => number): number {
  return values.reduce((sum, value, at) => sum + term(value, at), 0)
}
