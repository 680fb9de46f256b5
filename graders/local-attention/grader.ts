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
  type Random,
  reordered,
} from '#kit'
import { localAttention } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof localAttention>

const noise = (length: number) => (random: Random) =>
  [...attentionNoise(random, length, length, 32), 16] as const

export const grader = defineGrader({
  reference: localAttention,
  examples: [[f32([3, 1], [1, 0, 2]), f32([3, 1], [1, 2, 1]), f32([3, 1], [1, 2, 6]), 1]],
  cases: [
    [{ en: 'one position', zh: '只有 1 个位置' }, f32([1, 2], 1), f32([1, 2], 2), f32([1, 1], 3), 1],
    [
      { en: 'radius 0: each sees itself alone', zh: 'radius 为 0：每个位置只看到自己' },
      f32([3, 1], [1, 2, 3]),
      f32([3, 1], [3, 2, 1]),
      f32([3, 2], [1, 2, 3, 4, 5, 6]),
      0,
    ],
    [
      { en: 'equal scores: the mean of a window', zh: '分数相同：窗口内取平均' },
      f32([5, 2], 0),
      f32([5, 2], 1),
      f32([5, 1], [1, 2, 4, 8, -8]),
      1,
    ],
    [
      { en: 'radius larger than T', zh: 'radius 大于 T' },
      f32([3, 1], [1, -1, 2]),
      f32([3, 1], [1, 0, 2]),
      f32([3, 1], [1, 2, 6]),
      9,
    ],
    [
      { en: 'a score of 800', zh: '分数为 800' },
      f32([2, 64], 10),
      f32([2, 64], (at) => (at < 64 ? 10 : 1)),
      f32([2, 1], [1, 5]),
      1,
    ],
    [
      { en: 'one score of 800, the others -800', zh: '一个分数为 800，其余为 -800' },
      f32([4, 64], 10),
      f32([4, 64], (at) => (at < 64 ? 10 : -10)),
      f32([4, 1], [1, 5, 2, 3]),
      3,
    ],
    [
      { en: 'scores of 100 and -100', zh: '分数为 100 与 -100' },
      f32([4, 1], [10, -10, 10, -10]),
      f32([4, 1], [10, 9.875, 9.75, 10]),
      f32([4, 1], [1, 5, 2, 3]),
      1,
    ],
    [
      { en: 'scores of 800 in one row and -800 in the next', zh: '一行分数为 800，下一行为 -800' },
      f32([2, 64], (at) => (at < 64 ? 10 : -10)),
      f32([2, 64], 10),
      f32([2, 1], [1, 5]),
      1,
    ],
    [
      { en: 'scores of 800, -800 and -720', zh: '分数为 800、-800 与 -720' },
      f32([3, 64], (at) => [10, -10, -9][Math.floor(at / 64)] ?? 0),
      f32([3, 64], 10),
      f32([3, 1], [1, 5, 2]),
      1,
    ],
  ],
  random: (random) => {
    const length = random.int(1, 9)
    return [...drawAttention(random, length, length), random.int(0, 5)]
  },
  relations: [
    ...attentionRelations(localAttention),
    { name: { en: 'positions in reverse order', zh: '位置次序颠倒' }, change: reversed },
  ],
  tolerance: ATTENTION_TOLERANCE,
  performance: {
    ratio: noise(2048),
    growth: {
      'T 512 -> 2048': {
        small: noise(512),
        large: noise(2048),
        causes: [
          {
            from: 8,
            en: 'T grew fourfold and the time by much more: scores of positions that do not see each other are computed and then masked. A full matrix has T² of them, the band only T * (2 * radius + 1).',
            zh: 'T 增大到 4 倍，耗时增长远超 4 倍：算了许多互相看不到的位置之间的分数，然后再遮住。完整矩阵有 T² 个分数，带内只有 T * (2 * radius + 1) 个。',
          },
        ],
      },
    },
    fast: {
      en: 'Score only the 2 * radius + 1 keys of each window. In NumPy take all windows at once with sliding_window_view and einsum, or a block of positions by one matrix product; a Python loop over positions costs more than the arithmetic.',
      zh: '只对每个窗口内的 2 * radius + 1 个键打分。用 NumPy 时用 sliding_window_view 加 einsum 一次处理所有窗口，或用矩阵乘法一次处理一块位置；逐个位置的 Python 循环，开销比算术本身还大。',
      cards: ['attention-variants/local-cost', 'attention-variants/local-pairs'],
    },
  },
  rules,
  traits: [
    ...attentionTraits(),
    { text: { en: 'radius is 0', zh: 'radius 为 0' }, holds: (...args) => args[3] === 0 },
    {
      text: { en: 'radius is at least T', zh: 'radius 不小于 T' },
      holds: (...args) => args[3] >= (args[0].shape[0] ?? 0),
    },
  ],
})

function reversed(_: Random, q: Args[0], k: Args[1], v: Args[2], radius: number): Changed<Args, Nd<'f32'>> {
  const order = Array.from({ length: q.shape[0] ?? 0 }, (_, at) => at).reverse()
  const turned = (rows: Nd<'f32'>) => reordered(rows, 0, order)
  return { args: [turned(q), turned(k), turned(v), radius], answer: turned }
}
