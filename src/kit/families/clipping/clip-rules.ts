import { type RoundingChoices, roundingRules } from '../../rounding-rules.ts'
import type { RuleTable } from '../../rules.ts'

export interface ClipChoices extends RoundingChoices {
  readonly norm?: (values: readonly number[]) => number
  /** Of a gradient, from its norm. */
  readonly factor?: (norm: number, limit: number) => number
  readonly limit?: number
  /** Of each number by itself, instead. */
  readonly number?: (x: number, limit: number) => number
}

const ALWAYS_SCALED = {
  en: 'a gradient that always has the norm of the limit; one within the limit stays as it is',
  zh: '范数总被缩放到上限的梯度；未超过上限时应原样保留',
  cards: ['vanishing-gradients/clip-norm', 'sgd/clipped-step-length'],
} as const

/** The mistakes people make where a gradient is scaled to a norm, of one array or of all together. */
export const CLIP_RULES: Required<RuleTable<ClipChoices>> = {
  norm: {
    'l1-norm': {
      en: 'a gradient clipped by its L1 norm; the norm is the L2 norm',
      zh: '按 L1 范数裁剪的梯度；应使用 L2 范数',
      cards: ['vanishing-gradients/clip-norm', 'norms/l1'],
      choice: (values) => values.reduce((sum, x) => sum + Math.abs(x), 0),
    },
    'largest-magnitude': {
      en: 'a gradient scaled by its largest magnitude, the maximum norm; the norm is the L2 norm',
      zh: '按最大绝对值（无穷范数）缩放的梯度；应使用 L2 范数',
      cards: ['vanishing-gradients/clip-norm', 'norms/l-inf'],
      choice: (values) => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0),
    },
    'root-missing': {
      en: 'a gradient clipped by the sum of its squares: the root is missing',
      zh: '按平方和裁剪的梯度：漏了开平方',
      cards: ['vanishing-gradients/clip-norm', 'norms/lp'],
      choice: sumOfSquares,
    },
    'root-mean-square': {
      en: 'a gradient clipped by its root mean square; the norm is the root of the sum, not of the mean',
      zh: '按均方根裁剪的梯度；范数是平方和（不是平方的平均）再开方',
      cards: ['vanishing-gradients/clip-norm', 'norms/lp'],
      choice: (values) => Math.sqrt(sumOfSquares(values) / values.length),
    },
  },
  factor: {
    'always-scaled': {
      ...ALWAYS_SCALED,
      choice: (norm, limit) => limit / norm,
    },
    'always-scaled-but-zeros': {
      ...ALWAYS_SCALED,
      choice: (norm, limit) => (norm === 0 ? 1 : limit / norm),
    },
    'never-scaled-down': {
      en: 'a gradient that is stretched to the limit when it is shorter, and never shortened: the comparison is the wrong way round',
      zh: '短于上限时被拉长、超过时反而不动的梯度：比较方向写反了',
      cards: ['vanishing-gradients/clip-norm'],
      choice: (norm, limit) => (norm < limit ? limit / norm : 1),
    },
    'scaled-to-one': {
      en: 'a gradient beyond the limit that is divided by its norm alone: it must be as long as the limit, not 1',
      zh: '超限时只除以自身范数的梯度：裁剪后的范数应等于上限，而不是 1',
      cards: ['vanishing-gradients/clip-norm', 'sgd/clipped-step-length'],
      choice: (norm, limit) => (norm > limit ? 1 / norm : 1),
    },
    'divided-by-limit': {
      en: 'a gradient beyond the limit that is divided by the limit; multiply by limit / norm',
      zh: '超限时除以上限的梯度；应乘以 上限 / 范数',
      cards: ['vanishing-gradients/clip-norm'],
      choice: (norm, limit) => (norm > limit ? 1 / limit : 1),
    },
    'torch-eps': {
      en: 'a gradient multiplied by limit / (norm + 1e-6), as PyTorch does; nothing is added here',
      zh: '乘以 limit / (norm + 1e-6) 的梯度（PyTorch 的做法）；这里不加这一项',
      cards: ['vanishing-gradients/clip-norm'],
      choice: (norm, limit) => Math.min(1, limit / (norm + 1e-6)),
    },
  },
  number: {
    'by-value': {
      en: 'clipping by value: each number cut by itself; by a norm one factor scales them all',
      zh: '按值裁剪的结果：逐个截断；按范数裁剪是所有数乘同一个系数',
      cards: ['sgd/clip-value-bends', 'vanishing-gradients/clip-value'],
      choice: (x, limit) => Math.min(Math.max(x, -limit), limit),
    },
  },
  limit: {
    'limit-ignored': {
      en: 'a gradient clipped to 1 whatever the limit is',
      zh: '不管上限是多少、总是裁剪到 1 的梯度',
      cards: ['vanishing-gradients/clip-norm'],
      choice: 1,
    },
  },
  ...roundingRules([3, 4], ['vanishing-gradients/clip-norm']),
}

export function euclideanNorm(values: readonly number[]): number {
  return Math.sqrt(sumOfSquares(values))
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x * x, 0)
}

/** 1 for a gradient within the limit. */
export function clipFactor(norm: number, limit: number): number {
  return norm > limit ? limit / norm : 1
}
