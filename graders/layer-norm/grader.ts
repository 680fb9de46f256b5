import {
  type Changed,
  defineGrader,
  f32,
  IS_TIGHT,
  isTight,
  type Nd,
  NORMALISING_TOLERANCE,
  otherOrder,
  type Random,
  reordered,
  rowsOf,
} from '#kit'
import { layerNorm } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof layerNorm>

export const grader = defineGrader({
  reference: layerNorm,
  examples: [[f32([2, 4], [1, 3, 2, 6, 2, 2, 2, 2]), f32([4], [1, 2, 2, 1]), f32([4], [0, 0, 1, 0.5]), 0.5]],
  cases: [
    [
      { en: 'one row, two features', zh: '1 行，2 个特征' },
      f32([1, 2], [1, 5]),
      f32([2], 1),
      f32([2], 0),
      1e-5,
    ],
    [{ en: 'one feature', zh: '只有 1 个特征' }, f32([2, 1], [3, -1]), f32([1], 2), f32([1], 0.5), 1e-5],
    [{ en: 'no row', zh: '0 行' }, f32([0, 3], 0), f32([3], 1), f32([3], 0), 1e-5],
    [
      { en: 'rows about different means', zh: '各行均值不同' },
      f32([2, 3], [1, 2, 3, -4, -8, 0]),
      f32([3], 1),
      f32([3], 0),
      1e-5,
    ],
    [
      { en: 'gamma and beta differ', zh: 'gamma 与 beta 各不相同' },
      f32([1, 3], [1, 2, 4]),
      f32([3], [1, -1, 0.5]),
      f32([3], [0.25, 2, -1]),
      1e-5,
    ],
    [
      { en: 'equal values', zh: '一行的值全部相等' },
      f32([1, 4], 3),
      f32([4], 1),
      f32([4], [1, 2, -1, 0]),
      1e-5,
    ],
    [
      { en: 'a spread of a thousandth of the mean', zh: '离散程度只有均值的千分之一' },
      f32([1, 4], [7.984375, 7.96875, 7.984375, 7.96875]),
      f32([4], 1),
      f32([4], 0),
      1e-5,
    ],
  ],
  random: (random) => {
    const [rows, width] = [random.int(1, 5), random.int(2, 8)]
    return [
      drawRows(random, rows, width),
      f32([width], () => random.pick([1, 1 + random.normal() / 4])),
      f32([width], () => random.pick([0, random.normal() / 2])),
      random.pick([1e-5, 1e-5, 1e-3, 0.1, 1]),
    ]
  },
  relations: [
    { name: { en: 'rows in another order', zh: '行的次序打乱' }, change: rowsReordered },
    { name: { en: 'all signs of x changed', zh: 'x 全部变号' }, change: turned },
  ],
  tolerance: NORMALISING_TOLERANCE,
  performance: {
    fast: {
      en: 'Whole rows: a mean, a variance about it, and one pass that scales and shifts. In NumPy each is one call for all rows.',
      zh: '对整行运算：求均值、围绕它求方差，再用一遍缩放和平移。用 NumPy 时每一步对所有行各调用一次。',
      cards: ['normalisation/layer-norm-eval'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'there is more than one row', zh: '多于 1 行' },
      holds: ({ shape: [rows = 0] }) => rows > 1,
    },
    {
      text: { en: 'a gamma is not 1', zh: '有不为 1 的 gamma' },
      holds: (_, gamma) => gamma.data.some((one) => one !== 1),
    },
    {
      text: { en: 'a beta is not 0', zh: '有不为 0 的 beta' },
      holds: (...args) => args[2].data.some((one) => one !== 0),
    },
    { text: IS_TIGHT, holds: (x) => rowsOf(x).some(isTight) },
  ],
})

/** Of any mean and spread, some of them constant; on the grid on which f32 adds exactly. */
function drawRows(random: Random, rows: number, width: number): Nd<'f32'> {
  const data = Array.from({ length: rows }, () => {
    const [mean, spread] = [random.pick([0, 2, -5]), random.pick([1, 1, 2.5, 1 / 16, 0])]
    const value = () => Math.round(64 * (mean + spread * random.normal())) / 64
    return Array.from({ length: width }, () => Math.max(-8, Math.min(8, value())))
  })
  return f32([rows, width], data.flat())
}

function rowsReordered(
  random: Random,
  x: Args[0],
  ...rest: [Args[1], Args[2], number]
): Changed<Args, Nd<'f32'>> {
  const order = otherOrder(random, x.shape[0] ?? 0)
  return { args: [reordered(x, 0, order), ...rest], answer: (before) => reordered(before, 0, order) }
}

/** What gamma scales turns its sign, and beta stays. */
function turned(_: Random, x: Args[0], gamma: Args[1], beta: Args[2], eps: number): Changed<Args, Nd<'f32'>> {
  const shift = (at: number) => beta.data[at % beta.data.length] ?? 0
  return {
    args: [f32(x.shape, (at) => -(x.data[at] ?? 0)), gamma, beta, eps],
    answer: ({ shape, data }) => f32(shape, (at) => 2 * shift(at) - (data[at] ?? 0)),
  }
}
