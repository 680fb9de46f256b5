import {
  ATTENTION_TOLERANCE,
  attentionRelations,
  attentionTraits,
  type Changed,
  defineGrader,
  drawAttention,
  f32,
  type Nd,
  otherOrder,
  type Random,
  reordered,
  u8,
} from '#kit'
import { softAttention } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof softAttention>

export const grader = defineGrader({
  reference: softAttention,
  examples: [
    [
      f32([2, 4], [2, 0, 0, 0, 2, 0, 0, 0]),
      f32([3, 4], [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0]),
      f32([3, 1], [1, 2, 3]),
      u8([2, 3], [1, 1, 0, 0, 0, 0]),
    ],
  ],
  cases: [
    [
      { en: 'one query, one key', zh: '1 个查询，1 个键' },
      f32([1, 1], 3),
      f32([1, 1], 2),
      f32([1, 1], 5),
      u8([1, 1], 1),
    ],
    [
      { en: 'equal scores: the plain mean of the values', zh: '分数相同：对值取平均' },
      f32([1, 2], [1, 1]),
      f32([3, 2], [1, 0, 0, 1, 1, 0]),
      f32([3, 2], [3, 1, 6, 2, 9, 3]),
      u8([1, 3], 1),
    ],
    [
      { en: 'the hidden key has the largest score', zh: '被遮住的键分数最大' },
      f32([1, 1], 2),
      f32([3, 1], [5, 0, 1]),
      f32([3, 1], [9, 1, 2]),
      u8([1, 3], [0, 1, 1]),
    ],
    [
      { en: 'a score of 800', zh: '分数为 800' },
      f32([1, 64], 10),
      f32([2, 64], (at) => (at < 64 ? 10 : 1)),
      f32([2, 1], [1, 5]),
      u8([1, 2], 1),
    ],
    [
      { en: 'one score of 800, the others -800', zh: '一个分数为 800，其余为 -800' },
      f32([1, 64], 10),
      f32([4, 64], (at) => (at < 64 ? 10 : -10)),
      f32([4, 1], [1, 5, 2, 3]),
      u8([1, 4], 1),
    ],
    [
      { en: 'all scores -800', zh: '所有分数为 -800' },
      f32([1, 64], 10),
      f32([2, 64], -10),
      f32([2, 1], [1, 5]),
      u8([1, 2], 1),
    ],
    [
      { en: 'scores of 800 in one row and -800 in the other', zh: '一行分数为 800，另一行为 -800' },
      f32([2, 64], (at) => (at < 64 ? 10 : -10)),
      f32([2, 64], 10),
      f32([2, 1], [1, 5]),
      u8([2, 2], 1),
    ],
    [
      { en: 'scores of 800, -800 and -720', zh: '分数为 800、-800 与 -720' },
      f32([3, 64], (at) => [10, -10, -9][Math.floor(at / 64)] ?? 0),
      f32([2, 64], 10),
      f32([2, 1], [1, 5]),
      u8([3, 2], 1),
    ],
    [
      { en: 'scores of about 100 in one row and -100 in the other', zh: '一行分数约为 100，另一行约为 -100' },
      f32([2, 1], [10, -10]),
      f32([2, 1], [10, 9.875]),
      f32([2, 1], [1, 5]),
      u8([2, 2], 1),
    ],
  ],
  random: (random) => {
    const [queries, keys] = [random.int(1, 5), random.int(1, 6)]
    const density = random.pick([1, 0.7, 0.4])
    return [
      ...drawAttention(random, queries, keys),
      u8([queries, keys], () => Number(random.real() < density)),
    ]
  },
  relations: [
    ...attentionRelations(softAttention),
    { name: { en: 'keys in another order', zh: '键的次序打乱' }, change: keysReordered },
  ],
  tolerance: ATTENTION_TOLERANCE,
  performance: {
    fast: {
      en: 'Two matrix products and a softmax of rows: all scores at once in NumPy. Elsewhere one query at a time, with its scores in one array.',
      zh: '两次矩阵乘法加一次逐行 softmax：用 NumPy 时一次算出所有分数；其他语言逐个查询处理，把它的分数放在一个数组里。',
      cards: ['attention/why-dot-product'],
    },
  },
  rules,
  traits: [
    ...attentionTraits(),
    { text: { en: 'a key is hidden', zh: '有键被遮住' }, holds: (...args) => args[3].data.includes(0) },
    {
      text: { en: 'a query sees no key', zh: '有查询看不到任何键' },
      holds: (...args) => hasEmptyRow(args[3]),
    },
  ],
})

function hasEmptyRow({ shape: [rows = 0, columns = 0], data }: Nd<'u8'>): boolean {
  return Array.from({ length: rows }, (_, row) => data.subarray(row * columns, (row + 1) * columns)).some(
    (row) => !row.includes(1),
  )
}

function keysReordered(
  random: Random,
  q: Args[0],
  k: Args[1],
  v: Args[2],
  mask: Args[3],
): Changed<Args, Nd<'f32'>> {
  const order = otherOrder(random, k.shape[0] ?? 0)
  return { args: [q, reordered(k, 0, order), reordered(v, 0, order), reordered(mask, 1, order)] }
}
