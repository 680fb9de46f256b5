import { defineGrader, f64, type Nd, otherOrder, type Random, reordered } from '#kit'
import { numericalGradient } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof numericalGradient>

export const grader = defineGrader({
  reference: numericalGradient,
  examples: [[f64([2, 2], [2, 1, 0, 0]), f64([2], [1, 0]), f64([2], [0, 1]), 0.5]],
  cases: [
    [{ en: 'one coordinate, the sine alone', zh: '1 个分量，只有正弦' }, ...inputs([0], [0], [0], 0.5)],
    [{ en: 'one coordinate, all terms', zh: '1 个分量，三项俱全' }, ...inputs([2], [3], [1], 0.25)],
    [
      { en: 'a matrix that is not symmetric', zh: '不对称的矩阵' },
      ...inputs([0, 2, 0, 0], [0, 0], [1, 2], 0.25),
    ],
    [{ en: 'the smallest step', zh: '最小的步长' }, ...inputs([2, -1, 1, 1], [1, -1], [0.5, -2], 1e-4)],
    [
      { en: 'the linear term alone, beside the sine', zh: '除正弦外只有线性项' },
      ...inputs([0, 0, 0, 0], [3, -4], [1, 1], 0.5),
    ],
  ],
  random: drawSmooth,
  relations: [
    {
      name: { en: 'matrix transposed', zh: '矩阵转置' },
      change: (_, a, ...rest) => ({ args: [transposed(a), ...rest] }),
    },
    { name: { en: 'coordinates in another order', zh: '分量次序打乱' }, change: inOtherOrder },
  ],
  tolerance: {
    rtol: 0,
    atol: 2e-6,
    why: 'A value of f is at most 4500 and a sum of 256 products, so that it is off by 1e-10 at most; two of them over 2h, with h = 1e-4, by 1e-6.',
  },
  performance: {
    lean: {
      en: 'One copy of x is enough: change one coordinate, take both values, and put it back.',
      zh: '只需一份 x 的副本：改动一个分量，求两个值，再还原。',
      cards: ['backpropagation/numeric-cost'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'there is more than one coordinate', zh: '分量多于 1 个' },
      holds: (_a, _b, { data }) => data.length > 1,
    },
    {
      text: { en: 'the matrix is not symmetric', zh: '矩阵不对称' },
      holds: (a) => a.data.some((factor, at) => factor !== transposed(a).data[at]),
    },
    { text: { en: 'h is 0.1 or more', zh: 'h 不小于 0.1' }, holds: (...args) => args[3] >= 0.1 },
  ],
})

function inputs(a: readonly number[], b: readonly number[], x: readonly number[], h: number): Args {
  return [f64([x.length, x.length], a), f64([x.length], b), f64([x.length], x), h]
}

function drawSmooth(random: Random): Args {
  const size = random.int(1, 6)
  const within = (most: number) => () => (2 * random.real() - 1) * most
  const h = random.pick([1e-4, 1e-3, 0.01, 0.1, 0.25, 0.5])
  return [f64([size, size], within(2)), f64([size], within(10)), f64([size], within(4)), h]
}

function transposed({ shape, data }: Nd<'f64'>): Nd<'f64'> {
  const [size = 0] = shape
  return f64(shape, (at) => data[(at % size) * size + Math.floor(at / size)] ?? 0)
}

function inOtherOrder(random: Random, a: Nd<'f64'>, b: Nd<'f64'>, x: Nd<'f64'>, h: number) {
  const order = otherOrder(random, x.data.length)
  const args: Args = [
    reordered(reordered(a, 0, order), 1, order),
    reordered(b, 0, order),
    reordered(x, 0, order),
    h,
  ]
  return { args, answer: (before: Nd<'f64'>) => reordered(before, 0, order) }
}
