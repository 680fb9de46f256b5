import { defineRules, type RoundingChoices, rounded, roundingRules, SMALL_CONSTANTS } from '#kit'
import type { klDivergence } from './reference.ts'

/** The mistakes people make in the KL divergence, most of them where a probability is 0. */
export const rules = defineRules(klWith, {
  order: {
    'arguments-swapped': {
      en: 'D(q || p): the divergence the other way round; p gives the weights',
      zh: '反方向的散度 D(q || p)；应由 p 作权重',
      cards: ['cross-entropy/kl-direction', 'cross-entropy/definition'],
      choice: 'swapped',
    },
  },
  term: {
    'cross-entropy': {
      en: 'the cross-entropy, the sum of -p log q; the entropy of p must be taken off',
      zh: '交叉熵，即 -p log q 之和；还要减去 p 的熵',
      cards: ['cross-entropy/kl', 'cross-entropy/ce-or-kl'],
      choice: (x, y) => -x * Math.log(y),
    },
    'entropy-of-p': {
      en: 'the entropy of p: q is not used',
      zh: 'p 的熵：没有用到 q',
      cards: ['cross-entropy/kl'],
      choice: (x) => -x * Math.log(x),
    },
    'ratio-inverted': {
      en: 'the sum of p log(q / p), which is the divergence with a minus sign',
      zh: 'p log(q / p) 之和，符号反了',
      cards: ['cross-entropy/kl'],
      choice: (x, y) => x * Math.log(y / x),
    },
    'weight-missing': {
      en: 'the sum of log(p / q) without the weights p',
      zh: 'log(p / q) 之和，漏了权重 p',
      cards: ['cross-entropy/kl'],
      choice: (x, y) => Math.log(x / y),
    },
    symmetric: {
      en: 'the symmetric sum D(p || q) + D(q || p)',
      zh: '对称化的 D(p || q) + D(q || p)',
      cards: ['cross-entropy/kl-direction'],
      choice: (x, y) => (x - y) * Math.log(x / y),
    },
  },
  base: {
    bits: {
      en: 'a divergence in bits, with the logarithm to base 2; the natural one is wanted',
      zh: '以比特为单位的散度（用了以 2 为底的对数）；应取自然对数',
      cards: ['cross-entropy/information', 'cross-entropy/kl'],
      choice: 2,
    },
    'base-ten': {
      en: 'a divergence with the logarithm to base 10; the natural one is wanted',
      zh: '用以 10 为底的对数算出的散度；应取自然对数',
      cards: ['cross-entropy/kl'],
      choice: 10,
    },
  },
  absent: {
    'zero-times-infinity': {
      en: 'NaN where p is 0: 0 log 0 is computed as 0 times -Infinity, and it counts as 0',
      zh: 'NaN（p 为 0 时）：0 log 0 被算成 0 乘 -Infinity，应当作 0',
      cards: ['cross-entropy/kl-zero'],
      choice: Number.NaN,
    },
  },
  impossible: {
    // Many programs return Infinity there before they have summed up anything.
    'impossible-apart': { choice: Number.POSITIVE_INFINITY },
    'impossible-skipped': {
      en: 'a divergence that skips the outcomes with q = 0; where p is above 0 there, it is infinite',
      zh: '跳过 q = 0 各项的散度；若该处 p 大于 0，散度应为无穷大',
      cards: ['cross-entropy/kl-zero'],
      choice: 0,
    },
  },
  guard: {
    'constant-added': {
      en: 'a divergence with a small constant added to the probabilities; where q is 0 and p is not, it is infinite',
      zh: '给概率加了小量的散度；q 为 0 而 p 不为 0 时，应为无穷大',
      cards: ['cross-entropy/kl-zero'],
      choice: (x, small) => x + small,
    },
    'probabilities-clipped': {
      en: 'a divergence of probabilities that are clipped from below; where q is 0 and p is not, it is infinite',
      zh: '对概率做了下限截断的散度；q 为 0 而 p 不为 0 时，应为无穷大',
      cards: ['cross-entropy/kl-zero'],
      choice: Math.max,
    },
  },
  small: { 'floor-1e-12': { choice: 1e-12 }, ...SMALL_CONSTANTS },
  guarded: {
    'q-alone-guarded': { choice: 'q' },
    'logarithm-guarded': { choice: 'logarithm' },
    'ratio-guarded': { choice: 'ratio' },
  },
  reduced: {
    'mean-over-outcomes': {
      en: 'the mean over the outcomes, which is what torch.nn.functional.kl_div returns if not told otherwise; the divergence is the sum',
      zh: '各项的平均（torch.nn.functional.kl_div 的默认行为）；散度是求和',
      cards: ['cross-entropy/kl'],
      choice: (terms) => terms.length,
    },
    'mean-over-those-of-p': {
      en: 'the mean over the outcomes that p has; the divergence is the sum',
      zh: '对 p 不为 0 的各项取的平均；散度是求和',
      cards: ['cross-entropy/kl'],
      choice: (_, p) => p.filter((x) => x > 0).length,
    },
  },
  ...roundingRules([3, 4], ['cross-entropy/kl']),
})

interface Choices extends RoundingChoices {
  readonly order?: 'swapped'
  readonly term?: (x: number, y: number) => number
  readonly base?: number
  /** What an outcome with p = 0 adds. */
  readonly absent?: number
  /** What one with q = 0 < p adds. */
  readonly impossible?: number
  readonly guard?: (probability: number, small: number) => number
  readonly small?: number
  /** Both wherever they stand, if not said. */
  readonly guarded?: 'q' | 'logarithm' | 'ratio'
  /** By what the sum is divided. */
  readonly reduced?: (terms: readonly number[], weights: Float64Array) => number
}

/** Where no constant is chosen: one with which it shows in every case what is guarded. */
const LARGE = 1e-3

function klWith(choices: Choices): typeof klDivergence {
  return (p, q) => {
    const [first, second] = choices.order ? [q.data, p.data] : [p.data, q.data]
    const terms = Array.from(first, (x, at) => termOf(x, second[at] ?? 0, choices))
    const sum = terms.reduce((total, term) => total + term, 0) / Math.log(choices.base ?? Math.E)
    return rounded(sum / (choices.reduced?.(terms, first) ?? 1), choices)
  }
}

function termOf(x: number, y: number, { guard, guarded, small = LARGE, ...choices }: Choices): number {
  const { term = (x, y) => x * (Math.log(x) - Math.log(y)), absent = 0, impossible } = choices
  if (guard && guarded === 'ratio') return x * Math.log(guard(x / guard(y, small), small))
  if (guard && guarded === 'logarithm') return x * Math.log(guard(x, small) / guard(y, small))
  if (guard) return term(guarded ? x : guard(x, small), guard(y, small)) || 0
  if (x === 0) return absent
  return y === 0 && impossible !== undefined ? impossible : term(x, y)
}
