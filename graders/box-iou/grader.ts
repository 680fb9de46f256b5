import {
  areInOrder,
  boxes,
  boxesIn,
  boxPairTraits,
  changedTogether,
  defineGrader,
  drawBoxArrays,
  f32,
  haveSides,
  meetingBoxes,
  type Nd,
  SMALLER_BOXES,
  smallerBoxes,
  withoutThinSides,
} from '#kit'
import { boxIou } from './reference.ts'
import { rules } from './rules.ts'

const LEAST = 1 / 1024

export const grader = defineGrader({
  reference: boxIou,
  examples: [
    [
      boxes([
        [0, 0, 10, 10],
        [5, 5, 5, 9],
      ]),
      boxes([
        [0, 0, 10, 5],
        [5, 0, 15, 10],
        [20, 20, 30, 30],
      ]),
    ],
  ],
  cases: [
    [
      { en: 'normalised coordinates: an image is of size 1', zh: '归一化坐标：图像边长为 1' },
      boxes([[0, 0, 0.5, 0.5]]),
      boxes([[0.25, 0, 0.75, 0.5]]),
    ],
    [{ en: 'one box with itself', zh: '1 个框与自身' }, boxes([[1, 2, 4, 8]]), boxes([[1, 2, 4, 8]])],
    [
      { en: 'one box inside another', zh: '一个框在另一个之内' },
      boxes([[0, 0, 8, 8]]),
      boxes([[2, 3, 4, 7]]),
    ],
    [{ en: 'shifted in x and y', zh: 'x、y 方向都有偏移' }, boxes([[0, 0, 4, 6]]), boxes([[1, 3, 9, 8]])],
    [{ en: 'apart in x', zh: 'x 方向不相交' }, boxes([[0, 0, 4, 4]]), boxes([[6, 1, 9, 5]])],
    [
      { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      boxes([[0, 0, 4, 4]]),
      boxes([[7, 7, 11, 11]]),
    ],
    [{ en: 'touching', zh: '边缘相接' }, boxes([[0, 0, 4, 4]]), boxes([[4, 0, 8, 4]])],
    [
      { en: 'boxes without area', zh: '面积为零的框' },
      boxes([
        [3, 3, 3, 3],
        [0, 2, 9, 2],
        [0, 0, 9, 9],
      ]),
      boxes([
        [3, 3, 3, 3],
        [0, 2, 9, 2],
      ]),
    ],
    [
      { en: 'coordinates from 0 to 1', zh: '坐标在 0 到 1 之间' },
      boxes([[0.25, 0.25, 0.3125, 0.28125]]),
      boxes([[0.25, 0.25, 0.28125, 0.28125]]),
    ],
    [
      { en: 'sides of 1/1024', zh: '边长为 1/1024' },
      boxes([[0, 0, LEAST, LEAST]]),
      boxes([[0, 0, LEAST, 2 * LEAST]]),
    ],
    [
      { en: 'three boxes with sides of 1/1024', zh: '3 个边长为 1/1024 的框' },
      boxes([[0, 0, LEAST, LEAST]]),
      boxes([
        [0, 0, LEAST, LEAST],
        [0, 0, LEAST, 2 * LEAST],
        [0, 0, 3 * LEAST, LEAST],
      ]),
    ],
    [{ en: 'negative coordinates', zh: '负坐标' }, boxes([[-10, -8, -2, -1]]), boxes([[-6, -9, 3, -4]])],
    [{ en: 'no box in a', zh: 'a 中没有框' }, boxes([]), boxes([[0, 0, 1, 1]])],
    [{ en: 'no box in b', zh: 'b 中没有框' }, boxes([[0, 0, 1, 1]]), boxes([])],
  ],
  random: drawBoxArrays,
  settle: (random, a, b) =>
    changedTogether([a, b], (all) =>
      boxes(boxesIn(meetingBoxes(random, all)).map((box) => withoutThinSides(box, LEAST))),
    ),
  valid: (a, b) => [a, b].every((given) => areInOrder(given) && haveSides(given, isAllowed)),
  relations: [
    {
      name: SMALLER_BOXES,
      change: (random, a, b) => ({ args: changedTogether([a, b], (all) => smallerBoxes(random, all)) }),
    },
    {
      name: { en: 'a and b exchanged', zh: 'a 与 b 互换' },
      change: (_, a, b) => ({ args: [b, a] as const, answer: transposed }),
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-6,
    why: 'each side is one subtraction, each area one product and the union two sums of positive numbers: some 5e-7 of the result in f32.',
  },
  performance: {
    lean: {
      en: 'Write each IoU where it belongs: widths, heights, intersections and unions of all pairs are N times M numbers each.',
      zh: '把每个 IoU 直接写到它的位置：所有框对的宽、高、交集、并集各有 N × M 个数。',
      cards: ['iou/definition'],
    },
  },
  rules,
  traits: boxPairTraits(),
})

function isAllowed(side: number): boolean {
  return side === 0 || side >= LEAST
}

function transposed({ shape: [rows = 0, columns = 0], data }: Nd<'f32'>): Nd<'f32'> {
  return f32([columns, rows], (at) => data[(at % rows) * columns + Math.floor(at / rows)] ?? 0)
}
