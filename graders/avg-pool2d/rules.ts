import { defineRules, type PoolingChoices, poolingRules, poolWith } from '#kit'

/** The mistakes people make in average pooling: where windows lie, and what a sum is divided by. */
export const rules = defineRules(avgPoolWith, {
  ...poolingRules(),
  outside: {
    'padding-not-counted': {
      en: 'an average pooling that divides by the pixels inside the map, as count_include_pad=False does; here it is always ksize * ksize',
      zh: '只除以窗口在特征图内的像素数的平均池化（count_include_pad=False 的做法）；这里总是除以 ksize * ksize',
      cards: ['pooling/count-include-pad'],
      choice: 'skip',
    },
  },
  reduce: {
    'maximum-instead-of-mean': {
      en: 'a max pooling: the largest value of each window instead of its mean',
      zh: '最大池化：取了每个窗口的最大值，而不是平均值',
      cards: ['pooling/contrast'],
      choice: (values) => Math.max(...values),
    },
    'sum-not-divided': {
      en: 'sums of the windows, which are not divided by ksize * ksize',
      zh: '各窗口的和（没有除以 ksize * ksize）',
      cards: ['pooling/average-as-convolution'],
      choice: sum,
    },
    'divided-by-ksize': {
      en: 'an average pooling that divides by ksize; a window holds ksize * ksize values',
      zh: '只除以 ksize 的平均池化；窗口共有 ksize * ksize 个值',
      cards: ['pooling/average-as-convolution'],
      choice: (values, ksize) => sum(values) / ksize,
    },
    'last-value-alone': {
      en: 'an average pooling of the last value of each window alone: each takes the place of those before (= for +=)',
      zh: '每个窗口只剩最后一个值的平均池化：后来的值覆盖了前面的（+= 写成了 =）',
      cards: ['pooling/average-as-convolution'],
      choice: (values, ksize) => (values.at(-1) ?? 0) / ksize ** 2,
    },
    'mean-truncated': {
      en: 'means that are cut to whole numbers, as an integer division or a sum in int makes them',
      zh: '被截断成整数的平均值（用了整数除法，或用 int 保存）',
      cards: ['pooling/average-as-convolution'],
      choice: (values) => Math.trunc(mean(values)),
    },
  },
})

interface Choices extends PoolingChoices {
  readonly reduce?: (values: readonly number[], ksize: number) => number
}

function avgPoolWith({ reduce = mean, outside = 0, ...choices }: Choices) {
  return poolWith(reduce, { outside, ...choices })
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
