import {
  clipFactor,
  defineRules,
  euclideanNorm,
  f32,
  type RoundingChoices,
  rounded,
  roundingRules,
} from '#kit'
import type { clipByValue } from './reference.ts'

/** The mistakes people make in clipping by value. */
export const rules = defineRules(clipWith, {
  number: {
    'above-alone': {
      en: 'clipping from above alone: what is below -limit stays',
      zh: '只截断上界的结果：小于 -limit 的数未处理',
      cards: ['vanishing-gradients/clip-value'],
      choice: (x, limit) => Math.min(x, limit),
    },
    'below-alone': {
      en: 'clipping from below alone: what is above limit stays',
      zh: '只截断下界的结果：大于 limit 的数未处理',
      cards: ['vanishing-gradients/clip-value'],
      choice: (x, limit) => Math.max(x, -limit),
    },
    'never-negative': {
      en: 'clipping to the range from 0 to limit; the lower bound is -limit',
      zh: '截断到 0 与 limit 之间的结果；下界应为 -limit',
      cards: ['vanishing-gradients/clip-value'],
      choice: (x, limit) => Math.min(Math.max(x, 0), limit),
    },
    'sign-lost': {
      en: 'clipping that makes limit of what is below -limit: the sign is lost',
      zh: '把小于 -limit 的数也变成 limit 的结果：符号丢了',
      cards: ['vanishing-gradients/clip-value'],
      choice: (x, limit) => (Math.abs(x) > limit ? limit : x),
    },
    magnitudes: {
      en: 'clipped magnitudes: every sign is lost',
      zh: '对绝对值做截断的结果：所有符号都丢了',
      cards: ['vanishing-gradients/clip-value'],
      choice: (x, limit) => Math.min(Math.abs(x), limit),
    },
    'set-to-zero': {
      en: 'clipping that drops what is beyond the limit: it becomes 0 instead of the limit',
      zh: '把超限的数清零的结果；应变为上限',
      cards: ['vanishing-gradients/clip-value'],
      choice: (x, limit) => (Math.abs(x) > limit ? 0 : x),
    },
  },
  factor: {
    'by-norm': {
      en: 'clipping by norm: all numbers scaled by one factor; by value each is cut by itself',
      zh: '按范数裁剪的结果：所有数乘同一个系数；按值裁剪是逐个截断',
      cards: ['sgd/clip-value-bends', 'vanishing-gradients/clip-norm'],
      choice: (values, limit) => clipFactor(euclideanNorm(values), limit),
    },
    'by-largest': {
      en: 'all numbers scaled until the largest is within the limit; by value each is cut by itself',
      zh: '整体缩放到最大的数不超限的结果；按值裁剪是逐个截断',
      cards: ['sgd/clip-value-bends', 'vanishing-gradients/clip-value'],
      choice: (values, limit) => clipFactor(Math.max(...values.map(Math.abs)), limit),
    },
  },
  limit: {
    'limit-ignored': {
      en: 'clipping to 1 whatever the limit is',
      zh: '不管上限是多少、总是截断到 1 的结果',
      cards: ['vanishing-gradients/clip-value'],
      choice: 1,
    },
  },
  ...roundingRules([3, 4], ['vanishing-gradients/clip-value']),
})

interface Choices extends RoundingChoices {
  readonly number?: (x: number, limit: number) => number
  /** Of all numbers alike, instead. */
  readonly factor?: (values: readonly number[], limit: number) => number
  readonly limit?: number
}

function clipWith({ number = within, factor, ...choices }: Choices): typeof clipByValue {
  return ({ shape, data }, asked) => {
    const limit = choices.limit ?? asked
    const by = factor?.([...data], limit)
    const clipped = (x: number) => (by === undefined ? number(x, limit) : by * x)
    return f32(
      shape,
      Array.from(data, (x) => rounded(clipped(x), choices)),
    )
  }
}

function within(x: number, limit: number): number {
  if (Math.abs(x) <= limit) return x
  return x < 0 ? -limit : limit
}
