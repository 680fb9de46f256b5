import {
  defineRules,
  ofRows,
  type RoundingChoices,
  rounded,
  roundingRules,
  rowsOf,
  softmaxWith,
  type WeightChoices,
  weightRules,
  weightsWith,
} from '#kit'
import type { softmax } from './reference.ts'

const WEIGHTS = weightRules('a result', {
  axis: ['attention/softmax-axis'],
  shift: ['attention/stable-softmax'],
})

export const rules = defineRules(softmaxMaker, {
  ...WEIGHTS,
  shift: {
    ...WEIGHTS.shift,
    'mean-subtracted': {
      en: 'a result whose softmax subtracts the mean of a row, not its maximum: exp of what lies far above the mean is infinite, and inf / inf is NaN',
      zh: 'softmax 减去的是一行的均值，而不是最大值：远高于均值的数取 exp 上溢为无穷，inf / inf 得 NaN',
      cards: ['attention/stable-softmax'],
      choice: 'mean',
    },
    'minimum-subtracted': {
      en: 'a result whose softmax subtracts the minimum of a row, not its maximum: exp of what lies far above it is infinite, and inf / inf is NaN',
      zh: 'softmax 减去的是一行的最小值，而不是最大值：远高于最小值的数取 exp 上溢为无穷，inf / inf 得 NaN',
      cards: ['attention/stable-softmax'],
      choice: 'minimum',
    },
  },
  power: {
    'base-two': {
      en: 'a softmax of powers of two; the base is e',
      zh: '以 2 为底的 softmax；底数应为 e',
      cards: ['attention/stable-softmax'],
      choice: Math.LN2,
    },
    'sign-reversed': {
      en: 'a softmax of -x: the smallest number gets the largest probability',
      zh: '对 -x 做的 softmax：最小的数得到了最大的概率',
      cards: ['attention/stable-softmax'],
      choice: -1,
    },
  },
  clipped: {
    'clipped-to-500': {
      en: 'a softmax of numbers that are cut off at -500 and 500 first: what is beyond becomes alike',
      zh: '先把数值截断到 -500 至 500 再做的 softmax：超出范围的数都变得一样',
      cards: ['attention/stable-softmax'],
      choice: 500,
    },
    'clipped-to-80': {
      en: 'a softmax of numbers that are cut off at -80 and 80 first: what is beyond becomes alike',
      zh: '先把数值截断到 -80 至 80 再做的 softmax：超出范围的数都变得一样',
      cards: ['attention/stable-softmax'],
      choice: 80,
    },
  },
  result: {
    'log-softmax': {
      en: 'the logarithm of the softmax',
      zh: 'softmax 的对数',
      cards: ['cross-entropy/log-of-softmax'],
      choice: Math.log,
    },
  },
  // From the scores themselves it is finite where the softmax is 0.
  logarithm: { 'logarithm-of-the-scores': { choice: 'of the scores' } },
  ...roundingRules([3, 4], ['attention/stable-softmax']),
})

interface Choices extends WeightChoices, RoundingChoices {
  readonly power?: number
  /** How far from 0 a number may be. */
  readonly clipped?: number
  readonly result?: (probability: number) => number
  readonly logarithm?: 'of the scores'
}

function softmaxMaker(choices: Choices): typeof softmax {
  const { power = 1, clipped = Number.POSITIVE_INFINITY, result = (p) => p } = choices
  return (x) => {
    const scores = rowsOf(x).map((row) =>
      row.map((one) => power * Math.min(Math.max(one, -clipped), clipped)),
    )
    const isOfScores = choices.result !== undefined && choices.logarithm !== undefined
    const rows = isOfScores
      ? softmaxWith(scores, {}).logP
      : weightsWith(scores, choices).map((row) => row.map(result))
    return ofRows(
      rows.map((row) => row.map((one) => rounded(one, choices))),
      x.shape[1] ?? 0,
    )
  }
}
