import {
  areInOrder,
  BOX_PAIRS_LEAN,
  boxes,
  boxesIn,
  boxPairRelations,
  boxPairTraits,
  defineGrader,
  drawBoxPairs,
  enclosing,
  haveSides,
  meetingPairs,
  type Nd,
  withoutThinSides,
} from '#kit'
import { giou } from './reference.ts'
import { rules } from './rules.ts'

const LEAST = 1 / 4

export const grader = defineGrader({
  reference: giou,
  examples: [
    [
      boxes([
        [0, 0, 10, 10],
        [0, 0, 4, 4],
        [0, 0, 4, 4],
      ]),
      boxes([
        [5, 0, 15, 10],
        [6, 0, 10, 4],
        [2, 3, 6, 7],
      ]),
    ],
  ],
  cases: [
    [
      { en: 'normalised coordinates: an image is of size 1', zh: '归一化坐标：图像边长为 1' },
      boxes([[0, 0, 0.5, 0.5]]),
      boxes([[0.25, 0.25, 0.75, 0.5]]),
    ],
    [{ en: 'equal boxes', zh: '相同的框' }, boxes([[1, 2, 4, 8]]), boxes([[1, 2, 4, 8]])],
    [
      { en: 'one box inside the other', zh: '一个框在另一个之内' },
      boxes([[0, 0, 8, 8]]),
      boxes([[2, 3, 4, 7]]),
    ],
    [
      { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      boxes([[0, 0, 4, 4]]),
      boxes([[7, 9, 11, 12]]),
    ],
    [
      { en: 'far apart', zh: '相距很远' },
      boxes([[-4096, -4096, -4095, -4095]]),
      boxes([[4095, 4095, 4096, 4096]]),
    ],
    [{ en: 'touching', zh: '边缘相接' }, boxes([[0, 0, 4, 4]]), boxes([[4, 0, 8, 4]])],
    [{ en: 'a cross', zh: '十字形' }, boxes([[0, 4, 12, 8]]), boxes([[4, 0, 8, 12]])],
    [
      { en: 'boxes without area', zh: '面积为零的框' },
      boxes([
        [3, 3, 3, 3],
        [0, 2, 9, 2],
        [0, 2, 9, 2],
        [3, 3, 3, 3],
      ]),
      boxes([
        [3, 3, 3, 3],
        [0, 2, 9, 2],
        [0, 5, 9, 5],
        [0, 0, 6, 6],
      ]),
    ],
    [{ en: 'negative coordinates', zh: '负坐标' }, boxes([[-10, -8, -2, -1]]), boxes([[-6, -9, 3, -4]])],
    [{ en: 'sides of 1/4', zh: '边长为 1/4' }, boxes([[0, 0, 0.25, 0.25]]), boxes([[0.125, 0, 0.375, 0.25]])],
    [{ en: 'no pair', zh: '没有框' }, boxes([]), boxes([])],
  ],
  random: drawBoxPairs,
  settle: (random, a, b) => meetingPairs(random, [a, b], (box) => withoutThinSides(box, LEAST)),
  valid: (a, b) =>
    [a, b].every((given) => areInOrder(given) && haveSides(given, isAllowed)) && haveClearHulls(a, b),
  relations: boxPairRelations(),
  tolerance: {
    rtol: 0,
    atol: 1e-5,
    why: 'each area is off by 2e-7 of itself in f32, and so are both quotients, which are at most 1; an epsilon of 1e-7 in divisors of at least 1/16 changes them by 2e-6.',
  },
  performance: {
    lean: { ...BOX_PAIRS_LEAN, cards: ['iou/giou-formula'] },
  },
  rules,
  traits: boxPairTraits(),
})

function isAllowed(side: number): boolean {
  return side === 0 || side >= LEAST
}

/** Two lines that nearly touch have a hull in which an epsilon counts. */
function haveClearHulls(a: Nd<'f32'>, b: Nd<'f32'>): boolean {
  const others = boxesIn(b)
  return boxesIn(a).every((box, at) => {
    const [x1, y1, x2, y2] = enclosing(box, others[at] ?? box)
    const area = (x2 - x1) * (y2 - y1)
    return area === 0 || area >= 1 / 16
  })
}
