import {
  ATTENTION_TOLERANCE,
  attentionNoise,
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
} from '#kit'
import { onlineSoftmaxAttention } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof onlineSoftmaxAttention>

const square = (length: number) => (random: Random) =>
  [...attentionNoise(random, length, length, 4), 64] as const

export const grader = defineGrader({
  reference: onlineSoftmaxAttention,
  examples: [[f32([1, 1], 1), f32([3, 1], [0, 1, 2]), f32([3, 1], [4, 8, 2]), 2]],
  cases: [
    [{ en: 'one query, one key', zh: '1 个查询，1 个键' }, f32([1, 1], 3), f32([1, 1], 2), f32([1, 1], 5), 1],
    [{ en: 'no key', zh: '没有键' }, f32([2, 3], 1), f32([0, 3], 0), f32([0, 2], 0), 4],
    [
      { en: 'scores rise from block to block', zh: '分数逐块上升' },
      f32([1, 1], 1),
      f32([4, 1], [-3, -1, 1, 3]),
      f32([4, 1], [1, 2, 3, 4]),
      1,
    ],
    [
      { en: 'scores fall from block to block', zh: '分数逐块下降' },
      f32([1, 1], 1),
      f32([4, 1], [3, 1, -1, -3]),
      f32([4, 1], [1, 2, 3, 4]),
      2,
    ],
    [
      { en: 'two queries, two blocks', zh: '2 个查询，2 块' },
      f32([2, 1], [1, -1]),
      f32([3, 1], [1, 2, 0]),
      f32([3, 2], [1, 8, 2, -8, 3, 4]),
      2,
    ],
    [
      { en: 'block larger than S', zh: 'block 大于 S' },
      f32([2, 2], [1, 0, 0, 1]),
      f32([3, 2], [1, 2, 0, 1, -1, 1]),
      f32([3, 2], [1, 2, 3, 4, 5, 6]),
      8,
    ],
    [
      { en: 'a score of 800 behind one of 80', zh: '分数 80 之后是 800' },
      f32([1, 64], 10),
      f32([3, 64], (at) => (at >= 64 && at < 128 ? 10 : 1)),
      f32([3, 1], [1, 5, 2]),
      1,
    ],
    [
      { en: 'all scores -800', zh: '所有分数为 -800' },
      f32([1, 64], 10),
      f32([3, 64], -10),
      f32([3, 1], [1, 5, 3]),
      2,
    ],
    [
      { en: 'all scores -800 or -720', zh: '所有分数为 -800 或 -720' },
      f32([3, 64], (at) => (at < 128 ? 10 : 9)),
      f32([3, 64], -10),
      f32([3, 1], [1, 5, 3]),
      2,
    ],
    [
      { en: 'all scores about -100', zh: '所有分数约为 -100' },
      f32([1, 1], -10),
      f32([3, 1], [10, 9.875, 9.75]),
      f32([3, 1], [1, 5, 3]),
      2,
    ],
  ],
  random: (random) =>
    random.real() < 0.2
      ? [...farBelow(random), random.int(1, 3)]
      : [...drawAttention(random, random.int(1, 4), random.int(0, 12)), random.int(1, 5)],
  relations: [
    ...attentionRelations(onlineSoftmaxAttention),
    { name: { en: 'keys in another order', zh: '键的次序打乱' }, change: keysReordered },
    { name: { en: 'blocks of another size', zh: '块的大小不同' }, change: otherBlocks },
  ],
  tolerance: ATTENTION_TOLERANCE,
  performance: {
    memory: {
      'T = S 1000 -> 5000': {
        small: square(1000),
        large: square(5000),
        causes: [
          {
            from: 2,
            en: 'T and S grew fivefold: their product, the number of scores, grew 25-fold, and so did what you hold. All scores are there at once.',
            zh: 'T 和 S 各增大到 5 倍，两者之积即分数的个数增大到 25 倍，你占用的内存也随之增长：所有分数同时都在内存里。',
          },
        ],
      },
    },
    fast: {
      en: 'Take a block of keys for all queries at once in NumPy; elsewhere one query and one block at a time, with the scores in one array that is used again.',
      zh: '用 NumPy 时对所有查询一次处理一块键；其他语言一次处理一个查询、一块键，分数放在一个反复使用的数组里。',
      cards: ['attention/online-steps'],
    },
    lean: {
      en: 'Three things for each query are enough: the largest score so far, the sum of exp relative to it, and the weighted sum of the values. The scores of a block can go as soon as they have been added.',
      zh: '每个查询只需三样东西：迄今最大的分数、相对于它的 exp 之和，以及值的加权和。一块的分数累加之后就可以丢掉。',
      cards: ['attention/online-state', 'attention/flash-memory'],
    },
  },
  rules,
  traits: [
    ...attentionTraits(),
    {
      text: { en: 'there is more than one block', zh: '多于 1 块' },
      holds: (_q, k, _v, block) => (k.shape[0] ?? 0) > block,
    },
    {
      text: { en: 'the last block is shorter than the others', zh: '最后一块不满' },
      holds: (_q, k, _v, block) => (k.shape[0] ?? 0) > block && (k.shape[0] ?? 0) % block > 0,
    },
    { text: { en: 'there is no key', zh: '没有键' }, holds: (_q, k) => k.shape[0] === 0 },
  ],
})

/** Scores of about -800, whose exp is 0 unless the maximum is subtracted. */
function farBelow(random: Random): [q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>] {
  const keys = random.int(1, 4)
  const key = () => random.pick([-10, -9.9375])
  return [f32([1, 64], 10), f32([keys, 64], key), f32([keys, 1], random.normal)]
}

function keysReordered(
  random: Random,
  q: Args[0],
  k: Args[1],
  v: Args[2],
  block: number,
): Changed<Args, Nd<'f32'>> {
  const order = otherOrder(random, k.shape[0] ?? 0)
  return { args: [q, reordered(k, 0, order), reordered(v, 0, order), block] }
}

function otherBlocks(random: Random, ...[q, k, v]: Args): Changed<Args, Nd<'f32'>> {
  return { args: [q, k, v, random.int(1, 16)] }
}
