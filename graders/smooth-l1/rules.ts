import { defineRules, type RoundingChoices, rounded, roundingRules } from '#kit'
import type { smoothL1 } from './reference.ts'

/** The mistakes people make in the smooth L1 loss: in either piece, and where the two meet. */
export const rules = defineRules(smoothWith, {
  quadratic: {
    'half-missing': {
      en: 'a loss whose quadratic piece is d^2 / beta: the factor 1/2 is missing',
      zh: '二次段为 d^2 / beta 的损失：漏了系数 1/2',
      cards: ['norms/smooth-l1-numeric'],
      choice: (d, beta) => (d * d) / beta,
    },
    'not-divided-by-beta': {
      en: 'a loss whose quadratic piece is d^2 / 2: it is not divided by beta',
      zh: '二次段为 d^2 / 2 的损失：没有除以 beta',
      cards: ['norms/smooth-l1-numeric'],
      choice: (d) => (d * d) / 2,
    },
    'times-beta': {
      en: 'a loss whose quadratic piece is multiplied by beta instead of divided',
      zh: '二次段乘以 beta（而不是除以 beta）的损失',
      cards: ['norms/smooth-l1-numeric'],
      choice: (d, beta) => (d * d * beta) / 2,
    },
  },
  line: {
    'line-not-lowered': {
      en: 'a loss whose straight piece is d: without - beta / 2 it jumps where the pieces meet',
      zh: '线性段为 d 的损失：没有减去 beta / 2，两段衔接处会跳变',
      cards: ['norms/smooth-l1-numeric', 'norms/smooth-l1'],
      choice: (d) => d,
    },
    'lowered-by-half': {
      en: 'a loss whose straight piece is d - 1/2 whatever beta is; take off beta / 2',
      zh: '不管 beta 是多少、线性段总是 d - 1/2 的损失；应减去 beta / 2',
      cards: ['norms/smooth-l1-numeric'],
      choice: (d) => d - 0.5,
    },
    'lowered-by-beta': {
      en: 'a loss whose straight piece is d - beta; take off beta / 2',
      zh: '线性段为 d - beta 的损失；应减去 beta / 2',
      cards: ['norms/smooth-l1-numeric'],
      choice: (d, beta) => d - beta,
    },
  },
  scale: {
    huber: {
      en: 'the Huber loss, which is beta times the smooth L1 loss',
      zh: 'Huber 损失，即 beta 乘以 Smooth L1 损失',
      cards: ['norms/smooth-l1-numeric', 'norms/smooth-l1'],
      choice: (beta) => beta,
    },
  },
  beta: {
    'beta-ignored': {
      en: "a loss with a beta of 1, PyTorch's default, whatever is asked for",
      zh: '不管传入什么、beta 总是 1（PyTorch 的默认值）的损失',
      cards: ['norms/smooth-l1-numeric'],
      choice: 1,
    },
  },
  size: {
    'sign-kept': {
      en: 'a loss of the signed error: predictions below the target all take the quadratic piece',
      zh: '按带符号的误差算的损失：预测低于目标时全都落入二次段',
      cards: ['norms/smooth-l1'],
      choice: (error) => error,
    },
  },
  near: {
    'pieces-exchanged': {
      en: 'a loss with its pieces exchanged: straight for small errors, quadratic for large ones',
      zh: '两段用反了的损失：小误差用线性段，大误差用二次段',
      cards: ['norms/smooth-l1'],
      choice: (d, beta) => d >= beta,
    },
    'zero-over-zero': {
      en: 'NaN where beta and an error are both 0: the quadratic piece belongs to errors below beta, not at it',
      zh: 'NaN（beta 与误差都为 0 时）：二次段只用于小于 beta 的误差，不含等于',
      cards: ['norms/smooth-l1-numeric'],
      choice: (d, beta) => d <= beta,
    },
    'absolute-error': {
      en: 'the mean absolute error: no piece is quadratic',
      zh: '平均绝对误差，没有二次段',
      cards: ['norms/smooth-l1', 'norms/loss-robust'],
      choice: 'never',
    },
    'squared-error': {
      en: 'a squared error, quadratic for large errors too',
      zh: '平方误差，大误差也用了二次段',
      cards: ['norms/smooth-l1', 'norms/loss-robust'],
      choice: 'always',
    },
  },
  reduced: {
    'sum-over-errors': {
      en: 'the sum of the terms; the mean is wanted',
      zh: '各项之和；应取平均',
      cards: ['norms/smooth-l1-numeric'],
      choice: () => 1,
    },
  },
  // Where beta is 0 many programs return the mean of d before anything can go wrong.
  zero: { 'beta-0-apart': { choice: 'apart' } },
  ...roundingRules([3, 4], ['norms/smooth-l1-numeric']),
})

interface Choices extends RoundingChoices {
  readonly quadratic?: (d: number, beta: number) => number
  readonly line?: (d: number, beta: number) => number
  readonly scale?: (beta: number) => number
  readonly beta?: number
  /** Of an error, that chooses the piece. */
  readonly size?: (error: number) => number
  /** For which errors the piece is quadratic. */
  readonly near?: 'never' | 'always' | ((d: number, beta: number) => boolean)
  readonly zero?: 'apart'
  /** What the sum is divided by. */
  readonly reduced?: (count: number) => number
}

function smoothWith({
  near = (d, beta) => d < beta,
  scale = () => 1,
  size = Math.abs,
  reduced = (count) => count,
  ...choices
}: Choices): typeof smoothL1 {
  const { quadratic = (d, beta) => (0.5 * d * d) / beta, line = (d, beta) => d - 0.5 * beta } = choices
  function term(d: number, beta: number): number {
    if (near === 'never') return d
    return near === 'always' || near(d, beta) ? quadratic(d, beta) : line(d, beta)
  }
  return (pred, target, asked) => {
    const beta = choices.beta ?? asked
    const errors = Array.from(pred.data, (value, i) => value - (target.data[i] ?? 0))
    const isApart = asked === 0 && choices.zero !== undefined
    const terms = isApart
      ? errors.map(Math.abs)
      : errors.map((error) => scale(beta) * term(size(error), beta))
    const sum = terms.reduce((total, one) => total + one, 0)
    return rounded(sum / reduced(terms.length), choices)
  }
}
