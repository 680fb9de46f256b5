import {
  areLabelsBelow,
  defineGrader,
  f32,
  i32,
  labelsBelow,
  type Nd,
  otherOrder,
  type Random,
  reordered,
} from '#kit'
import { mlpBackward } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof mlpBackward>

export const grader = defineGrader({
  reference: mlpBackward,
  examples: [
    [
      f32([2, 1], [1, -2]),
      i32([2], 0),
      f32([1, 2], [1, -1]),
      f32([2], 0),
      f32([2, 2], [1, 0, 0, 1]),
      f32([2], 0),
    ],
  ],
  cases: [
    [
      { en: 'one of everything', zh: '各维都为 1' },
      f32([1, 1], 2),
      i32([1], 0),
      f32([1, 1], 1),
      f32([1], 0),
      f32([1, 1], 1),
      f32([1], 0),
    ],
    [
      { en: 'a hidden unit at exactly 0', zh: '有隐藏单元恰好为 0' },
      f32([1, 2], [1, 2]),
      i32([1], 1),
      f32([2, 2], [2, 1, -1, 0.5]),
      f32([2], [0, -1]),
      f32([2, 2], [1, -1, 0.5, 1]),
      f32([2], [0.5, 0]),
    ],
    [
      { en: 'all hidden units off', zh: '隐藏单元全部未激活' },
      f32([2, 1], [1, 2]),
      i32([2], [0, 1]),
      f32([1, 2], [-1, -2]),
      f32([2], -0.5),
      f32([2, 2], [1, 2, -1, 0.5]),
      f32([2], [0.25, -0.5]),
    ],
    [
      { en: 'three samples, three classes', zh: '3 个样本，3 个类别' },
      f32([3, 2], [1, 0.5, -1, 2, 0.25, -0.75]),
      i32([3], [2, 0, 1]),
      f32([2, 3], [0.5, -1, 1.5, 1, 0.25, -0.5]),
      f32([3], [0.125, 0.5, 0]),
      f32([3, 3], [1, 0, -0.5, 0.25, 1, -1, -0.75, 0.5, 1]),
      f32([3], [0, 0.1, -0.1]),
    ],
    [
      { en: 'logits of ±1000, the wrong class ahead', zh: 'logits 为 ±1000，错误类别领先' },
      f32([1, 8], 4),
      i32([1], 1),
      f32([8, 8], 2),
      f32([8], 0),
      f32([8, 2], (at) => (at % 2 === 0 ? 2 : -2)),
      f32([2], 0),
    ],
    [{ en: 'logits of 750 and 748', zh: 'logits 为 750 和 748' }, ...farOut(750, 748)],
    [{ en: 'logits of -750 and -748', zh: 'logits 为 -750 和 -748' }, ...farOut(-750, -748)],
    [
      { en: 'logits of 512 beside those of -512', zh: '一个样本的 logits 为 512，另一个为 -512' },
      f32([2, 8], (at) => (at < 8 ? 4 : -4)),
      i32([2], [0, 1]),
      f32([8, 8], (at) => (at % 8 < 4 ? 2 : -2)),
      f32([8], 0),
      f32([8, 2], (at) => (at < 8 ? 2 : -2)),
      f32([2], [0.5, 0]),
    ],
    [
      { en: 'logits of 512, of 384 and of -512', zh: '三个样本的 logits 为 512、384 与 -512' },
      f32([3, 8], (at) => [4, 3, -4][Math.floor(at / 8)] ?? 0),
      i32([3], [0, 1, 1]),
      f32([8, 8], (at) => (at % 8 < 4 ? 2 : -2)),
      f32([8], 0),
      f32([8, 2], (at) => (at < 8 ? 2 : -2)),
      f32([2], [0, 0.5]),
    ],
    [
      { en: 'logits of -800 and 800, the wrong class ahead', zh: 'logits 为 -800 和 800，错误类别领先' },
      ...farOut(-800, 800),
    ],
    [
      { en: 'eight classes, the last is right', zh: '8 类，最后一类为真' },
      f32([1, 1], 1),
      i32([1], 7),
      f32([1, 1], 1),
      f32([1], 0),
      f32([1, 8], (at) => at / 4),
      f32([8], 0),
    ],
  ],
  random: (random) => {
    if (random.real() < 1 / 6) return drawFarOut(random)
    const [samples, inputs, units, classes] = [
      random.int(1, 5),
      random.int(1, 4),
      random.int(1, 5),
      random.int(1, 4),
    ]
    const first = onGrid(random)
    return [
      f32([samples, inputs], first(4)),
      i32([samples], () => random.int(0, classes - 1)),
      f32([inputs, units], first(2)),
      f32([units], first(2)),
      f32([units, classes], () => within(2, random.normal())),
      f32([classes], () => within(2, random.normal() / 2)),
    ]
  },
  settle: (_random, x, y, w1, b1, w2, b2) => [x, labelsBelow(w2, y), w1, b1, w2, b2],
  valid: (_x, y, _w1, _b1, w2) => areLabelsBelow(w2, y),
  relations: [
    {
      name: { en: 'samples in another order', zh: '样本次序打乱' },
      change(random, x, y, ...rest) {
        const order = otherOrder(random, y.data.length)
        return { args: [reordered(x, 0, order), reordered(y, 0, order), ...rest] }
      },
    },
    {
      name: { en: 'hidden units in another order', zh: '隐藏单元次序打乱' },
      change(random, x, y, w1, b1, w2, b2) {
        const order = otherOrder(random, b1.data.length)
        const change = (of: { w1: Nd<'f32'>; b1: Nd<'f32'>; w2: Nd<'f32'> }) => ({
          w1: reordered(of.w1, 1, order),
          b1: reordered(of.b1, 0, order),
          w2: reordered(of.w2, 0, order),
        })
        const changed = change({ w1, b1, w2 })
        return {
          args: [x, y, changed.w1, changed.b1, changed.w2, b2],
          answer: (before) => ({ ...before, ...change(before) }),
        }
      },
    },
    {
      name: { en: 'classes in another order', zh: '类别次序打乱' },
      change(random, x, y, w1, b1, w2, b2) {
        const order = otherOrder(random, b2.data.length)
        const renamed = i32(y.shape, (at) => order.indexOf(y.data[at] ?? 0))
        return {
          args: [x, renamed, w1, b1, reordered(w2, 1, order), reordered(b2, 0, order)],
          answer: (before) => ({
            ...before,
            w2: reordered(before.w2, 1, order),
            b2: reordered(before.b2, 0, order),
          }),
        }
      },
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-4,
    why: 'Logits of order 30 are good to 1e-5 in f32, and with them the probabilities; a gradient is a sum of up to 16 of their errors times inputs of up to 4, or hidden values of up to 66 where few logits are close.',
  },
  rules,
  traits: [
    {
      text: { en: 'there is more than one sample', zh: '样本多于 1 个' },
      holds: (_, { data }) => data.length > 1,
    },
    {
      text: { en: 'there is more than one hidden unit', zh: '隐藏单元多于 1 个' },
      holds: (...args) => args[3].data.length > 1,
    },
    {
      text: { en: 'a bias is not 0', zh: '有偏置不为 0' },
      holds: (...args) => [...args[3].data, ...args[5].data].some((bias) => bias !== 0),
    },
  ],
})

/** Eight hidden units of 64, so that the logits are just these. */
function farOut(...logits: readonly number[]): Args {
  const classes = logits.length
  return [
    f32([1, 8], 4),
    i32([1], 0),
    f32([8, 8], 2),
    f32([8], 0),
    f32([8, classes], (at) => (logits[at % classes] ?? 0) / 512),
    f32([classes], 0),
  ]
}

/** Logits from 680 to 1060 on either side of 0, near each other, and so few bits in each factor that f32 has them exactly. */
function drawFarOut(random: Random): Args {
  const [samples, classes] = [random.int(1, 4), random.int(2, 4)]
  const [sign, odd] = [random.pick([-1, 1]), random.int(0, 7)]
  const sixteenths = (from: number, to: number) => random.int(16 * from, 16 * to) / 16
  const common = Array.from({ length: 8 }, () => sixteenths(1.75, 1.9375))
  return [
    f32([samples, 8], () => sixteenths(3.5, 4)),
    i32([samples], () => random.int(0, classes - 1)),
    f32([8, 8], () => sixteenths(1.75, 2)),
    f32([8], () => sixteenths(0, 2)),
    f32([8, classes], (at) => {
      const row = Math.floor(at / classes)
      return sign * ((common[row] ?? 0) + (row === odd ? random.int(0, 1) / 16 : 0))
    }),
    f32([classes], 0),
  ]
}

/** Normal, or whole numbers, whose sums are often 0. */
function onGrid(random: Random): (most: number) => () => number {
  const draw = random.pick([() => Math.round(16 * random.normal()) / 16, () => random.int(-2, 2)])
  return (most) => () => within(most, draw())
}

function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value))
}
