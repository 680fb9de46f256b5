import {
  type Changed,
  defineGrader,
  f32,
  type Nd,
  otherOrder,
  type Random,
  reordered,
  rowsOf,
  weightsWith,
} from '#kit'
import { hardAttention } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof hardAttention>

export const grader = defineGrader({
  reference: hardAttention,
  examples: [
    [f32([1, 2], [1, 0]), f32([1, 2], [0.5, 1.25]), 0.5, false],
    [f32([1, 2], [1, 0]), f32([1, 2], [0.5, 1.25]), 0.5, true],
  ],
  cases: [
    [{ en: 'one location', zh: '只有 1 个位置' }, f32([1, 1], 3), f32([1, 1], -1), 0.5, false],
    [{ en: 'one location, hard', zh: '只有 1 个位置，hard' }, f32([1, 1], 3), f32([1, 1], -1), 0.5, true],
    [
      { en: 'the noise decides', zh: '由噪声决定' },
      f32([2, 2], [1, 0, 1, 0]),
      f32([2, 2], [0, 2, 0, 0.5]),
      1,
      true,
    ],
    [
      { en: 'the noise decides, soft', zh: '由噪声决定，soft' },
      f32([1, 2], [1, 0]),
      f32([1, 2], [0, 2]),
      1,
      false,
    ],
    [
      { en: 'the highest and the lowest logit, soft', zh: '最高与最低的 logit 在同一行，soft' },
      f32([1, 5], [100, -100, 99.75, -100, -100]),
      f32([1, 5], 0),
      0.125,
      false,
    ],
    [{ en: 'equal sums', zh: '和相等' }, f32([1, 3], [1, 2, 0]), f32([1, 3], [1, 0, 2]), 1, true],
    [
      { en: 'equal maxima behind a smaller one', zh: '并列最大值前有较小值' },
      f32([1, 4], [0, 3, 3, 3]),
      f32([1, 4], 0.5),
      2,
      true,
    ],
    [
      { en: 'no weight above 0.5', zh: '没有权重超过 0.5' },
      f32([2, 4], [0, 0.25, 0.5, 0.125, -1, -1.5, -1.25, -2]),
      f32([2, 4], 0.25),
      5,
      true,
    ],
    [
      { en: 'tau below 1', zh: 'tau 小于 1' },
      f32([1, 3], [1, 2, 3]),
      f32([1, 3], [0.5, 0.25, -0.5]),
      0.25,
      false,
    ],
    [
      { en: 'tau above 1', zh: 'tau 大于 1' },
      f32([1, 3], [1, 2, 3]),
      f32([1, 3], [0.5, 0.25, -0.5]),
      4,
      false,
    ],
    [
      { en: 'sums over tau of 1200 and of -1050', zh: '除以 tau 之后为 1200 与 -1050' },
      f32([2, 2], [100, 99.875, -100, -99.875]),
      f32([2, 2], [20, 20, -5, -5]),
      0.1,
      false,
    ],
    [
      { en: 'three queries far apart', zh: '3 个查询相差很远' },
      f32([3, 2], [100, 99.875, 0, 0.25, -100, -99.875]),
      f32([3, 2], [20, 20, 0, 0, -5, -5]),
      0.1,
      false,
    ],
    [
      { en: 'sums over tau of 100 and of -105', zh: '除以 tau 之后为 100 与 -105' },
      f32([2, 2], [80, 79.5, -100, -99.5]),
      f32([2, 2], [20, 20, -5, -5]),
      1,
      false,
    ],
  ],
  random: (random) => {
    const shape = [random.int(1, 4), random.int(1, 6)]
    const scale = random.pick([0.5, 1, 3])
    return [
      f32(shape, () => scale * random.normal()),
      f32(shape, () => gumbelNoise(random)),
      random.pick([0.1, 0.5, 1, 2, 10]),
      random.pick([false, true]),
    ]
  },
  valid: (logits, gumbel, tau, hard) =>
    !hard || (isClear(logits, gumbel) && isClearOverColumns(logits, gumbel, tau)),
  relations: [
    { name: { en: 'one number added to all logits', zh: '所有 logits 加上同一个数' }, change: shifted },
    { name: { en: 'queries in another order', zh: '查询的次序打乱' }, change: queriesReordered },
  ],
  tolerance: {
    rtol: 5e-4,
    atol: 1e-6,
    why: 'f32 rounds a sum of up to 120 by 4e-6 and its quotient of up to 1200 by 6e-5: the exponents of two weights differ by at most 2e-4 from the exact ones.',
  },
  performance: {
    fast: {
      en: 'Whole rows at once: a sum, a softmax, and for hard an argmax. The hard sample needs no exp at all, for the largest sum has the largest weight.',
      zh: '对整行运算：一次相加、一次 softmax，hard 时再取一次 argmax。硬样本其实不需要 exp，因为和最大者权重也最大。',
      cards: ['attention-variants/gumbel-max'],
    },
  },
  rules,
  traits: [
    { text: { en: 'hard is true', zh: 'hard 为真' }, holds: (...args) => args[3] },
    { text: { en: 'hard is false', zh: 'hard 为假' }, holds: (...args) => !args[3] },
    { text: { en: 'tau is not 1', zh: 'tau 不为 1' }, holds: (_logits, _gumbel, tau) => tau !== 1 },
    {
      text: { en: 'there is more than one query', zh: '查询多于 1 个' },
      holds: ({ shape: [rows = 0] }) => rows > 1,
    },
    {
      text: { en: 'a logit is negative', zh: '有负的 logit' },
      holds: ({ data }) => data.some((logit) => logit < 0),
    },
  ],
})

function gumbelNoise(random: Random): number {
  return Math.min(20, Math.max(-5, -Math.log(-Math.log(1 - random.real()))))
}

/** Whether the first maximum of each row is the same in f32 as in f64. */
function isClear(logits: Nd<'f32'>, gumbel: Nd<'f32'>): boolean {
  const noise = rowsOf(gumbel)
  return rowsOf(logits).every((row, t) => {
    const sums = row.map((logit, s) => logit + (noise[t]?.[s] ?? 0)).toSorted((a, b) => b - a)
    const gap = (sums[0] ?? 0) - (sums[1] ?? Number.NEGATIVE_INFINITY)
    return gap === 0 || gap > 1e-4
  })
}

/** The same of a softmax over the columns, whose mistake f32 would hide in its last bit: a row may have few different numbers. */
function isClearOverColumns(logits: Nd<'f32'>, gumbel: Nd<'f32'>, tau: number): boolean {
  const noise = rowsOf(gumbel)
  const scores = rowsOf(logits).map((row, t) => row.map((logit, s) => (logit + (noise[t]?.[s] ?? 0)) / tau))
  const areAlike = (one: number, other: number) => scores.every((row) => row[one] === row[other])
  return weightsWith(scores, { axis: 'columns' }).every((weights) => {
    const row = weights.map(Math.fround)
    const [first = 0, second] = Array.from(row.keys()).sort(
      (one, other) => (row[other] ?? 0) - (row[one] ?? 0),
    )
    if (second === undefined || areAlike(first, second)) return true
    const [most = 0, next = 0] = [row[first], row[second]]
    // In f32 a weight is 0 or 1 whatever is rounded.
    return most === 0 || next === 1 || most - next > 1e-5 * most
  })
}

function shifted(
  random: Random,
  logits: Args[0],
  ...rest: [Args[1], number, boolean]
): Changed<Args, Nd<'f32'>> {
  const by = random.pick([-8, -1, 2, 16])
  return { args: [f32(logits.shape, (at) => (logits.data[at] ?? 0) + by), ...rest] }
}

function queriesReordered(
  random: Random,
  logits: Args[0],
  gumbel: Args[1],
  ...rest: [number, boolean]
): Changed<Args, Nd<'f32'>> {
  const order = otherOrder(random, logits.shape[0] ?? 0)
  const moved = (rows: Nd<'f32'>) => reordered(rows, 0, order)
  return { args: [moved(logits), moved(gumbel), ...rest], answer: moved }
}
