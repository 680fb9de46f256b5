import { defineRules, type PoolingChoices, poolingRules, poolWith } from '#kit'

/** The mistakes people make in max pooling: where windows lie, and what the padding holds. */
export const rules = defineRules(maxPoolWith, {
  ...poolingRules(),
  outside: {
    'padded-with-zeros': {
      en: 'a max pooling with zeros around the map, which win over negative values at the border; pad with minus infinity',
      zh: '四周补零的最大池化：在边界处零会胜过负值；应当用负无穷填充',
      cards: ['pooling/max-padding'],
      choice: 0,
    },
  },
  reduce: {
    'begun-with-zero': {
      en: 'a max pooling whose maximum begins with 0, so that no window can be negative; begin with minus infinity',
      zh: '从 0 开始求最大值、任何窗口的结果都不会为负的最大池化；应当从负无穷开始',
      cards: ['pooling/max-padding'],
      choice: (values) => Math.max(0, ...values),
    },
    'begun-with-smallest-positive': {
      en: 'a max pooling whose maximum begins with the smallest positive float, as numeric_limits<float>::min() or FLT_MIN is; begin with minus infinity or lowest()',
      zh: '从最小的正浮点数（numeric_limits<float>::min()、FLT_MIN）开始求最大值的最大池化；应当从负无穷或 lowest() 开始',
      cards: ['pooling/max-padding'],
      choice: (values) => Math.max(2 ** -126, ...values),
    },
    'mean-instead-of-maximum': {
      en: 'an average pooling: the mean of each window instead of its maximum',
      zh: '平均池化：取了每个窗口的平均值，而不是最大值',
      cards: ['pooling/contrast'],
      choice: (values, ksize) => values.reduce((sum, value) => sum + value, 0) / ksize ** 2,
    },
    'smallest-instead-of-largest': {
      en: 'a min pooling: the smallest value of each window instead of the largest',
      zh: '最小池化：取了每个窗口的最小值，而不是最大值',
      cards: ['pooling/contrast'],
      choice: (values) => Math.min(...values),
    },
    'largest-by-size': {
      en: 'a max pooling that compares absolute values: -5 wins over 3',
      zh: '按绝对值比较的最大池化：-5 会胜过 3',
      cards: ['pooling/contrast'],
      choice: (values) =>
        values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0),
    },
  },
})

interface Choices extends PoolingChoices {
  readonly reduce?: (values: readonly number[], ksize: number) => number
}

function maxPoolWith({ reduce = (values) => Math.max(...values), ...choices }: Choices) {
  return poolWith(reduce, choices)
}
