import {
  defineRules,
  type Matrix,
  mixed,
  ofRows,
  rowsOf,
  type ScaleChoices,
  scaledScores,
  scaleRules,
  type WeightChoices,
  weightRules,
  weightsWith,
} from '#kit'
import type { softAttention } from './reference.ts'

export const rules = defineRules(attentionWith, {
  ...scaleRules(),
  ...weightRules('attention', { axis: ['attention/softmax-axis'], shift: ['attention/stable-softmax'] }),
  visible: {
    'mask-reversed': {
      en: 'attention with the mask the other way round: 1 hides and 0 shows, as in nn.MultiheadAttention',
      zh: '掩码含义相反的注意力：1 被当成遮住、0 被当成可见（nn.MultiheadAttention 的约定）',
      cards: ['attention/mask-pytorch'],
      choice: (mask) => mask === 0,
    },
    'mask-ignored': {
      en: 'attention without the mask: every query sees all keys',
      zh: '没有用掩码的注意力：每个查询都看到了所有键',
      cards: ['attention/mask-before-softmax', 'attention/steps'],
      choice: () => true,
    },
  },
  hide: {
    'mask-after-softmax': {
      en: 'attention that sets hidden weights to 0 after the softmax: hidden keys keep their share in the sum, and the weights left come to less than 1',
      zh: '在 softmax 之后才把权重置 0 的注意力：被遮住的键仍计入分母，剩余权重之和小于 1',
      cards: ['attention/mask-before-softmax', 'attention/steps'],
      choice: 'after the softmax',
    },
    'mask-multiplies-scores': {
      en: 'attention that multiplies the scores by the mask: a hidden key has score 0, not minus infinity, and so still has a weight',
      zh: '把分数与掩码相乘的注意力：被遮住的键分数为 0 而不是负无穷，因此仍有权重',
      cards: ['attention/mask-before-softmax'],
      choice: 'score 0',
    },
    'mask-added': {
      en: 'attention that adds the mask to the scores: a visible key has 1 more, and nothing is hidden',
      zh: '把掩码直接加到分数上的注意力：可见的键只是多加了 1，并没有遮住任何键',
      cards: ['attention/mask-before-softmax', 'attention/mask-pytorch'],
      choice: 'added',
    },
  },
  unseeing: {
    'unseeing-query-nan': {
      en: 'attention that gives NaN for a query that sees no key: the softmax of minus infinities is 0 / 0',
      zh: '查询看不到任何键时得到 NaN 的注意力：全为负无穷的 softmax 是 0 / 0',
      cards: ['attention/mask-empty-row'],
      choice: 'NaN',
    },
    'unseeing-query-averages': {
      en: 'attention that averages all values for a query that sees no key: hidden scores are all set to one large negative number, such as -1e9',
      zh: '查询看不到任何键时对所有值取平均的注意力：被遮住的分数都被设成了同一个绝对值很大的负数，例如 -1e9',
      cards: ['attention/mask-empty-row', 'attention/mask-before-softmax'],
      choice: 'all alike',
    },
    'unseeing-query-sees-all': {
      en: 'attention that lets a query that sees no key see them all: adding one large negative number to all its scores leaves their softmax as it is',
      zh: '查询看不到任何键时反而看到全部键的注意力：所有分数都加上同一个绝对值很大的负数，softmax 不变',
      cards: ['attention/mask-empty-row', 'attention/mask-before-softmax'],
      choice: 'all as if visible',
    },
  },
})

interface Choices extends ScaleChoices, WeightChoices {
  readonly visible?: (mask: number) => boolean
  readonly hide?: 'after the softmax' | 'score 0' | 'added'
  readonly unseeing?: 'NaN' | 'all alike' | 'all as if visible'
}

function attentionWith({
  visible = (mask) => mask === 1,
  hide,
  unseeing,
  ...choices
}: Choices): typeof softAttention {
  return (q, k, v, mask) => {
    const [, keys = 0] = mask.shape
    const seen = Array.from({ length: mask.shape[0] ?? 0 }, (_, t) =>
      Array.from(mask.data.subarray(t * keys, (t + 1) * keys), visible),
    )
    const scores = scaledScores(rowsOf(q), rowsOf(k), choices, v.shape[1])
    const left = masked(scores, seen, hide, unseeing)
    const weights = weightsWith(left, choices, unseeing === 'NaN' ? Number.NaN : 0)
    const kept =
      hide === 'after the softmax' ? each(weights, seen, (weight, isSeen) => (isSeen ? weight : 0)) : weights
    return ofRows(mixed(kept, rowsOf(v), v.shape[1] ?? 0), v.shape[1] ?? 0)
  }
}

function masked(
  scores: Matrix,
  seen: readonly (readonly boolean[])[],
  hide: Choices['hide'],
  unseeing: Choices['unseeing'],
): Matrix {
  switch (hide) {
    case 'after the softmax':
      return scores
    case 'score 0':
      return each(scores, seen, (score, isSeen) => (isSeen ? score : 0))
    case 'added':
      return each(scores, seen, (score, isSeen) => score + Number(isSeen))
    default:
      return each(scores, seen, (score, isSeen) => {
        if (isSeen) return score
        if (unseeing === 'all alike') return LARGE_NEGATIVE
        return unseeing === 'all as if visible' ? score + LARGE_NEGATIVE : Number.NEGATIVE_INFINITY
      })
  }
}

const LARGE_NEGATIVE = -1e9

function each(
  numbers: Matrix,
  seen: readonly (readonly boolean[])[],
  change: (value: number, isSeen: boolean) => number,
): Matrix {
  return numbers.map((row, t) => row.map((value, s) => change(value, seen[t]?.[s] ?? false)))
}
