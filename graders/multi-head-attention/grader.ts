import { type Changed, defineGrader, f32, type Nd, type Random, uniformNoise } from '#kit'
import { multiHeadAttention } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof multiHeadAttention>

const identity = (size: number) => f32([size, size], (at) => Number(at % (size + 1) === 0))

export const grader = defineGrader({
  reference: multiHeadAttention,
  examples: [
    [f32([2, 2], [1, 0, 0, 2]), identity(2), identity(2), f32([2, 2], [1, 2, 0, 1]), identity(2), 2, true],
  ],
  cases: [
    [
      { en: 'one token, one column', zh: '1 个 token，1 列' },
      f32([1, 1], 2),
      ...scalars(0.5, 1, -0.5, 0.25),
      1,
      false,
    ],
    [
      { en: 'two heads, all weights the identity', zh: '2 个头，权重都是单位阵' },
      f32([2, 4], [1, 0, 2, -1, 0, 1, 1, 3]),
      identity(4),
      identity(4),
      identity(4),
      identity(4),
      2,
      false,
    ],
    [
      { en: 'a weight that is not symmetric', zh: '权重不对称' },
      f32([2, 2], [1, 2, 3, -1]),
      identity(2),
      identity(2),
      f32([2, 2], [0, 1, 0, 0]),
      f32([2, 2], [0, 0.5, 0, 1]),
      1,
      false,
    ],
    [
      { en: 'a score of 16384', zh: '分数为 16384' },
      f32([2, 16], (at) => (at < 16 ? 4 : 3)),
      f32([16, 16], 1),
      f32([16, 16], 1),
      identity(16),
      identity(16),
      1,
      false,
    ],
    [
      { en: 'scores of 4096 in one row and -4096 in the other', zh: '一行分数为 4096，另一行为 -4096' },
      f32([2, 16], (at) => (at >= 16 && at < 24 ? -4 : 4)),
      f32([16, 16], (at) => Number(at % 16 < 8)),
      f32([16, 16], (at) => Number(at % 16 >= 8)),
      identity(16),
      identity(16),
      1,
      false,
    ],
  ],
  random: (random) => {
    const [heads, head, length] = [random.pick([1, 2, 2, 3]), random.pick([1, 2, 3]), random.int(1, 5)]
    const width = heads * head
    const weight = () => f32([width, width], () => 2 * random.real() - 1)
    const token = () => Math.max(-4, Math.min(4, random.normal()))
    return [
      f32([length, width], token),
      weight(),
      weight(),
      weight(),
      weight(),
      heads,
      random.pick([false, true]),
    ]
  },
  settle: (_, x, wq, wk, wv, wo, heads, causal) => [
    x,
    wq,
    wk,
    wv,
    wo,
    divisorOf(x.shape[1] ?? 1, heads),
    causal,
  ],
  valid: ({ shape: [, width = 0] }, _wq, _wk, _wv, _wo, heads) => width % heads === 0,
  relations: [
    { name: { en: 'wq doubled and wk halved', zh: 'wq 乘 2、wk 除以 2' }, change: moreOfQueries },
    { name: { en: 'wo halved', zh: 'wo 除以 2' }, change: halfOutput },
  ],
  tolerance: {
    rtol: 1e-4,
    atol: 1e-4,
    why: 'f32 rounds scores of up to about 100 by 1e-5 of weight: whole f32 programs were off by at most 4e-5 of outputs up to 60. Uniform weights up to 1 at D = 64 would make scores of thousands, and f32 fail; none are tried.',
  },
  performance: {
    ratio: (random) => {
      const weight = () => uniformNoise(random, [64, 64], 0.25)
      return [
        uniformNoise(random, [128, 64], 2),
        weight(),
        weight(),
        weight(),
        weight(),
        8,
        random.pick([false, true]),
      ]
    },
    fast: {
      en: 'Project once for all heads: three products of T x D by D x D. In NumPy let one matmul take all heads as a batch; elsewhere run over typed arrays or vectors in place, without a slice or a list for each pair of tokens.',
      zh: '所有头一次投影完：三次 T x D 乘 D x D。用 NumPy 时让一次 matmul 把所有头当作批次处理；其他语言直接在类型化数组或 vector 上原地循环，不要为每一对 token 切片或建列表。',
      cards: ['attention/multihead-cost'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'there is more than one token', zh: '多于 1 个 token' },
      holds: ({ shape: [length = 0] }) => length > 1,
    },
    { text: { en: 'there is more than one head', zh: '多于 1 个头' }, holds: (...args) => args[5] > 1 },
    {
      text: { en: 'a head is wider than 1', zh: '头的宽度大于 1' },
      holds: (...args) => (args[0].shape[1] ?? 0) > args[5],
    },
    { text: { en: 'causal is true', zh: 'causal 为真' }, holds: (...args) => args[6] },
    { text: { en: 'causal is false', zh: 'causal 为假' }, holds: (...args) => !args[6] },
  ],
})

function scalars(
  ...values: readonly [number, number, number, number]
): [Nd<'f32'>, Nd<'f32'>, Nd<'f32'>, Nd<'f32'>] {
  const [wq, wk, wv, wo] = values
  return [f32([1, 1], wq), f32([1, 1], wk), f32([1, 1], wv), f32([1, 1], wo)]
}

/** The largest that is not above what was asked for. */
function divisorOf(width: number, asked: number): number {
  for (let heads = asked; heads > 1; heads--) if (width % heads === 0) return heads
  return 1
}

function moreOfQueries(_: Random, x: Nd<'f32'>, ...[wq, wk, ...rest]: Tail): Changed<Args, Nd<'f32'>> {
  // Halved and doubled again, so that no weight is beyond its range.
  return {
    args: [x, scaled(wq, 1 / 2), scaled(wk, 1 / 2), ...rest],
    answer: () => multiHeadAttention(x, scaled(wq, 1 / 4), wk, ...rest),
  }
}

type Tail = Args extends [unknown, ...infer Rest] ? Rest : never

function halfOutput(_: Random, ...[x, wq, wk, wv, wo, heads, causal]: Args): Changed<Args, Nd<'f32'>> {
  return {
    args: [x, wq, wk, wv, scaled(wo, 1 / 2), heads, causal],
    answer: (before) => scaled(before, 1 / 2),
  }
}

/** By a power of two, so that nothing is rounded. */
function scaled({ shape, data }: Nd<'f32'>, by: number): Nd<'f32'> {
  return f32(shape, (at) => by * (data[at] ?? 0))
}
