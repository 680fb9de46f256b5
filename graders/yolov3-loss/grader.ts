import { defineGrader, drawHead, f32, type Nd, otherOrder, type Random, reordered, u8 } from '#kit'
import { yolov3Loss } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof yolov3Loss>

const CELL = [0, 0, 0.5, -0.5, 2, 1, -1]
const WANTED = [0.5, 0.25, 0, 0, 1, 1, 0]

export const grader = defineGrader({
  reference: yolov3Loss,
  examples: [
    [
      f32(
        [1, 7, 1, 3],
        CELL.flatMap((value, channel) => [value, channel === 4 ? -1 : 3, -2]),
      ),
      f32(
        [1, 7, 1, 3],
        WANTED.flatMap((value, channel) => (channel === 4 ? [1, 0, 0] : [value, 1, 1])),
      ),
      u8([1, 1, 3], [1, 0, 0]),
      u8([1, 1, 3], [0, 0, 1]),
    ],
  ],
  cases: [
    [
      { en: 'one responsible anchor', zh: '1 个负责的锚框' },
      f32([1, 7, 1, 1], CELL),
      f32([1, 7, 1, 1], WANTED),
      u8([1, 1, 1], 1),
      u8([1, 1, 1], 0),
    ],
    [
      { en: 'responsible, and ignore is 1 as well', zh: '负责目标，而 ignore 也为 1' },
      f32([1, 7, 1, 1], CELL),
      f32([1, 7, 1, 1], WANTED),
      u8([1, 1, 1], 1),
      u8([1, 1, 1], 1),
    ],
    [
      { en: 'neither responsible nor ignored', zh: '既不负责也未被忽略' },
      f32([1, 6, 1, 1], [1, 2, 3, 4, 5, 6]),
      f32([1, 6, 1, 1], [1, 0, -1, 1, 0, 1]),
      u8([1, 1, 1], 0),
      u8([1, 1, 1], 0),
    ],
    [
      { en: 'all ignored', zh: '全部被忽略' },
      f32([1, 6, 1, 2], 3),
      f32([1, 6, 1, 2], 0),
      u8([1, 1, 2], 0),
      u8([1, 1, 2], 1),
    ],
    [
      { en: 'logits of 100 on the wrong side', zh: 'logit 为 ±100 且方向相反' },
      f32([1, 7, 1, 1], [100, -100, 0, 0, -100, 100, -100]),
      f32([1, 7, 1, 1], [0, 1, 0, 0, 1, 0, 1]),
      u8([1, 1, 1], 1),
      u8([1, 1, 1], 0),
    ],
    [
      { en: 'logits of 100 on the right side', zh: 'logit 为 ±100 且方向正确' },
      f32([1, 7, 1, 1], [100, -100, 0, 0, 100, 100, -100]),
      f32([1, 7, 1, 1], [1, 0, 0, 0, 1, 1, 0]),
      u8([1, 1, 1], 1),
      u8([1, 1, 1], 0),
    ],
    [
      { en: 'logits of 40: the sigmoid is 1 in floating point', zh: 'logit 为 40：sigmoid 在浮点数中就是 1' },
      f32([1, 6, 1, 1], [40, 40, 0, 0, 40, 40]),
      f32([1, 6, 1, 1], [0, 1, 0, 0, 1, 0]),
      u8([1, 1, 1], 1),
      u8([1, 1, 1], 0),
    ],
    [
      { en: 'two classes of one object', zh: '一个目标属于两个类别' },
      f32([1, 8, 1, 1], [0, 0, 0, 0, 0, 1, 2, 3]),
      f32([1, 8, 1, 1], [0.5, 0.5, 0, 0, 1, 1, 1, 0]),
      u8([1, 1, 1], 1),
      u8([1, 1, 1], 0),
    ],
  ],
  random: drawArgs,
  settle: (_, pred, target, mask, ignore) => [pred, settled(target, mask), mask, ignore],
  valid: (pred, target, mask) =>
    (pred.shape[1] ?? 0) > 5 && settled(target, mask).data.every((value, at) => value === target.data[at]),
  relations: [
    {
      name: { en: 'anchors in another order', zh: '锚框换了次序' },
      change: (random, ...args) => {
        const order = otherOrder(random, args[0].shape[0] ?? 0)
        const [pred, target, mask, ignore] = args
        return {
          args: [
            reordered(pred, 0, order),
            reordered(target, 0, order),
            reordered(mask, 0, order),
            reordered(ignore, 0, order),
          ],
        }
      },
    },
  ],
  tolerance: {
    rtol: 1e-4,
    atol: 1e-4,
    why: 'no term is negative, so the sum of n terms in f32 is off by at most n times 6e-8 of itself, and there are about a thousand.',
  },
  performance: {
    lean: {
      en: 'Take the responsible anchors out by the mask first; most cells have no object, and box and class are not asked of them.',
      zh: '先用掩码取出负责的锚框：大多数单元没有目标，不必为它们计算边框和类别。',
      cards: ['yolov3-loss/negative-terms'],
    },
  },
  rules,
  traits: [
    {
      text: {
        en: 'an anchor is both responsible and marked to be ignored',
        zh: '有锚框既负责目标又标为忽略',
      },
      holds: (...[, , mask, ignore]) => mask.data.some((flag, at) => flag === 1 && ignore.data[at] === 1),
    },
    {
      text: { en: 'an anchor is ignored', zh: '有锚框被忽略' },
      holds: (...[, , mask, ignore]) => mask.data.some((flag, at) => flag === 0 && ignore.data[at] === 1),
    },
    { text: { en: 'there is no object', zh: '没有目标' }, holds: (...[, , mask]) => !mask.data.includes(1) },
    {
      text: { en: 'there is more than one anchor', zh: '不止一个锚框' },
      holds: ({ shape }) => (shape[0] ?? 0) > 1,
    },
    {
      text: { en: 'a logit is beyond 30', zh: '有 logit 的绝对值超过 30' },
      holds: ({ data }) => data.some((logit) => Math.abs(logit) > 30),
    },
  ],
})

function drawArgs(random: Random): Args {
  const pred = drawHead(random)
  const [anchors = 0, , height = 0, width = 0] = pred.shape
  const share = random.pick([0.2, 0.5, 0.9])
  const mask = u8([anchors, height, width], () => (random.real() < share ? 1 : 0))
  const ignore = u8([anchors, height, width], () => (random.real() < 0.4 ? 1 : 0))
  return [pred, settled(f32(pred.shape, random.normal), mask), mask, ignore]
}

/** x and y in [0, 1], objectness as the mask, classes 0 or 1. */
function settled({ shape, data }: Nd<'f32'>, mask: Nd<'u8'>): Nd<'f32'> {
  const [, channels = 0, height = 0, width = 0] = shape
  const cells = height * width
  return f32(shape, (at) => {
    const [channel, value] = [Math.floor(at / cells) % channels, data[at] ?? 0]
    if (channel < 2) return Math.min(Math.abs(value), 1)
    if (channel < 4) return value
    if (channel > 4) return value > 0 ? 1 : 0
    return mask.data[Math.floor(at / cells / channels) * cells + (at % cells)] ?? 0
  })
}
