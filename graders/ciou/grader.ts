import {
  areInOrder,
  BOX_PAIRS_LEAN,
  type Box,
  boxes,
  boxPairRelations,
  boxPairTraits,
  defineGrader,
  drawBoxPairs,
  haveSides,
  meetingPairs,
} from '#kit'
import { ciou } from './reference.ts'
import { rules } from './rules.ts'

const END = 1024

export const grader = defineGrader({
  reference: ciou,
  examples: [
    [
      boxes([
        [0, 0, 4, 4],
        [0, 0, 10, 10],
      ]),
      boxes([
        [2, 0, 6, 4],
        [0, 0, 10, 5],
      ]),
    ],
  ],
  cases: [
    [{ en: 'equal boxes', zh: '相同的框' }, boxes([[1, 2, 4, 8]]), boxes([[1, 2, 4, 8]])],
    [{ en: 'one shape, two sizes', zh: '形状相同，大小不同' }, boxes([[0, 0, 8, 4]]), boxes([[2, 1, 6, 3]])],
    [
      { en: 'upright and lying, one centre', zh: '一横一竖，中心重合' },
      boxes([[0, 4, 12, 8]]),
      boxes([[4, 0, 8, 12]]),
    ],
    [{ en: 'a little wider', zh: '略宽一些' }, boxes([[0, 0, 10, 10]]), boxes([[0, 0, 12, 10]])],
    [
      { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      boxes([[0, 0, 4, 4]]),
      boxes([[7, 9, 11, 12]]),
    ],
    [
      { en: 'far apart', zh: '相距很远' },
      boxes([[-1024, -1024, -1023, -1023]]),
      boxes([[1000, 1020, 1024, 1024]]),
    ],
    [{ en: 'touching', zh: '边缘相接' }, boxes([[0, 0, 4, 4]]), boxes([[4, 0, 8, 6]])],
    [{ en: 'needles', zh: '细长的框' }, boxes([[0, 0, 1, 1000]]), boxes([[0, 0, 1000, 1]])],
    [{ en: 'negative coordinates', zh: '负坐标' }, boxes([[-10, -8, -2, -1]]), boxes([[-6, -9, 3, -4]])],
    [
      // Whatever is done above or below some IoU alone shows.
      { en: 'IoUs from 0.04 to 0.76', zh: 'IoU 从 0.04 到 0.76' },
      boxes(Array.from({ length: 19 }, () => [0, 0, 25, 25])),
      boxes(Array.from({ length: 19 }, (_, at) => [0, 0, 25, at + 1])),
    ],
    [
      { en: 'two pairs of equal boxes', zh: '两对相同的框' },
      boxes([
        [0, 0, 2, 2],
        [-3, -1, 4, 5],
      ]),
      boxes([
        [0, 0, 2, 2],
        [-3, -1, 4, 5],
      ]),
    ],
    [{ en: 'no pair', zh: '没有框' }, boxes([]), boxes([])],
  ],
  random: (random) => meetingPairs(random, drawBoxPairs(random), wholeSized),
  settle: (random, a, b) => meetingPairs(random, [a, b], wholeSized),
  valid: (a, b) => [a, b].every((given) => areInOrder(given) && haveSides(given, (side) => side >= 1)),
  relations: boxPairRelations(),
  tolerance: {
    rtol: 0,
    atol: 2e-4,
    why: 'in f32 a centre near 1024 is rounded by 6e-5, and the squared distance is divided by a squared diagonal of at least 2: up to 1e-4. All else rounds by 1e-6.',
  },
  performance: {
    lean: { ...BOX_PAIRS_LEAN, cards: ['iou/ciou-term'] },
  },
  rules,
  traits: [
    ...boxPairTraits(),
    {
      text: { en: 'two boxes of a row are equal', zh: '有同一行的两个框相同' },
      holds: (a, b) =>
        Array.from({ length: a.shape[0] ?? 0 }, (_, row) => row).some((row) =>
          [0, 1, 2, 3].every((at) => a.data[4 * row + at] === b.data[4 * row + at]),
        ),
    },
  ],
})

/** A side below 1 becomes 1. */
function wholeSized([x1, y1, x2, y2]: Box): Box {
  const side = (from: number, to: number) => {
    const start = Math.floor(Math.min(from, END - 1))
    return to - from < 1 ? [start, start + 1] : [from, to]
  }
  const [[left = 0, right = 0], [top = 0, bottom = 0]] = [side(x1, x2), side(y1, y2)]
  return [left, top, right, bottom]
}
