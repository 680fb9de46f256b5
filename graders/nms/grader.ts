import {
  areInOrder,
  type Box,
  boxesIn,
  type Changed,
  defineGrader,
  detections,
  detectionTraits,
  i32,
  inClusters,
  isClearOf,
  MOVED_BOXES,
  meetingBoxes,
  movedBoxes,
  type Nd,
  onGrid,
  otherOrder,
  type Random,
  reordered,
  SMALLER_BOXES,
  smallerBoxes,
} from '#kit'
import { nms } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof nms>

export const grader = defineGrader({
  reference: nms,
  examples: [[...detections([0, 0, 10, 10, 0.8], [2, 0, 12, 10, 0.9], [0, 0, 8, 10, 0.7]), 0.5]],
  cases: [
    [{ en: 'no box', zh: '没有框' }, ...detections(), 0.5],
    [{ en: 'one box', zh: '1 个框' }, ...detections([0, 0, 10, 10, 0.9]), 0.5],
    [
      { en: 'a duplicate with the higher score', zh: '重复框的得分更高' },
      ...detections([0, 0, 10, 10, 0.6], [1, 0, 11, 10, 0.9]),
      0.5,
    ],
    [
      { en: 'IoU exactly the threshold', zh: 'IoU 恰好等于阈值' },
      ...detections([0, 0, 10, 10, 0.9], [0, 0, 10, 5, 0.8]),
      0.5,
    ],
    [
      { en: 'a chain: A covers B, B covers C', zh: '链式重叠：A 与 B 重叠，B 与 C 重叠' },
      ...detections([0, 0, 10, 10, 0.9], [3, 0, 13, 10, 0.8], [6, 0, 16, 10, 0.7]),
      0.5,
    ],
    [
      { en: 'equal scores, apart', zh: '得分相同，互不重叠' },
      ...detections([0, 0, 4, 4, 0.5], [20, 0, 24, 4, 0.5], [0, 20, 4, 24, 0.5]),
      0.5,
    ],
    [
      { en: 'equal scores, overlapping', zh: '得分相同，相互重叠' },
      ...detections([0, 0, 8, 8, 0.5], [1, 0, 9, 8, 0.5], [0, 1, 8, 9, 0.5]),
      0.5,
    ],
    [
      { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      ...detections([0, 0, 4, 4, 0.9], [7, 7, 11, 11, 0.8]),
      0.25,
    ],
    [
      { en: 'a small box inside a large one', zh: '小框在大框之内' },
      ...detections([0, 0, 20, 20, 0.9], [5, 5, 10, 10, 0.8]),
      0.25,
    ],
    [
      { en: 'normalised coordinates: an image is of size 1', zh: '归一化坐标：图像边长为 1' },
      ...detections([0, 0, 0.5, 0.5, 0.9], [0, 0, 0.5, 0.375, 0.8]),
      0.5,
    ],
    [
      { en: 'touching boxes, threshold 0', zh: '边缘相接的框，阈值 0' },
      ...detections([0, 0, 5, 5, 0.9], [5, 0, 10, 5, 0.8], [4, 0, 9, 5, 0.7]),
      0,
    ],
    [
      { en: 'twins, threshold 1', zh: '完全相同的框，阈值 1' },
      ...detections([0, 0, 5, 5, 0.8], [0, 0, 5, 5, 0.9]),
      1,
    ],
    [
      { en: 'boxes without area', zh: '面积为零的框' },
      ...detections([3, 3, 3, 3, 0.9], [3, 3, 3, 3, 0.8], [0, 0, 5, 5, 0.7]),
      0.5,
    ],
    [
      { en: 'equal boxes without area, threshold 1', zh: '相同的零面积框，阈值 1' },
      ...detections([3, 3, 3, 3, 0.9], [3, 3, 3, 3, 0.8]),
      1,
    ],
    [
      { en: 'coordinates from 0 to 1', zh: '坐标在 0 到 1 之间' },
      ...detections([0, 0, 0.5, 0.5, 0.9], [0, 0, 0.5, 0.375, 0.8]),
      0.5,
    ],
    [
      { en: 'negative coordinates', zh: '负坐标' },
      ...detections([-10, -10, 0, 0, 0.3], [-9, -10, 1, 0, 0.4], [-2, -2, 8, 8, 0.1]),
      0.5,
    ],
  ],
  random: (random) =>
    random.real() < 0.5
      ? [...onGrid(random), random.pick([0, 0.25, 0.5, 0.75])]
      : [...inClusters(random, random.int(1, 40), 60), random.int(4, 12) / 16],
  settle: (random, boxes, ...rest) => [meetingBoxes(random, boxes), ...rest],
  valid: (boxes, _scores, threshold) => {
    const all = boxesIn(boxes)
    const isClear = (one: Box, at: number) =>
      all.slice(0, at).every((other) => isClearOf(one, other, threshold))
    return areInOrder(boxes) && all.every(isClear)
  },
  relations: [
    {
      name: SMALLER_BOXES,
      change: (random, boxes, ...rest) => ({ args: [smallerBoxes(random, boxes), ...rest] }),
    },
    {
      name: MOVED_BOXES,
      change: (random, boxes, ...rest) => ({ args: [movedBoxes(random, boxes), ...rest] }),
    },
    { name: { en: 'boxes in another order', zh: '框的次序打乱' }, change: inOtherOrder },
  ],
  performance: {
    ratio: (random) => [...inClusters(random, 1600, 1280), random.int(4, 12) / 16],
    fast: {
      en: 'Compare with the kept boxes alone: N times K comparisons instead of N squared. In NumPy compute the IoU of a kept box with all the rest at once; elsewhere read the coordinates where they are, without a slice or a vector for each pair.',
      zh: '只与已保留的框比较：N × K 次，而不是 N 的平方次。用 NumPy 时，一次算出被保留的框与其余所有框的 IoU；其他语言直接在原处读坐标，不要为每一对框切片或新建 vector。',
      cards: ['nms/complexity'],
    },
    lean: {
      en: 'Do not hold the IoUs of all pairs, N² numbers: those of the kept box with the rest are N, and nobody asks for them again.',
      zh: '不要保存所有框两两之间的 IoU（N² 个数）：当前保留框与其余框的 IoU 只有 N 个，用过就不再需要。',
      cards: ['nms/complexity'],
    },
  },
  rules,
  traits: [
    ...detectionTraits(),
    { text: { en: 'the threshold is 0', zh: '阈值为 0' }, holds: (...args) => args[2] === 0 },
  ],
})

function inOtherOrder(
  random: Random,
  boxes: Nd<'f32'>,
  scores: Nd<'f32'>,
  threshold: number,
): Changed<Args, Nd<'i32'>> {
  // Between equal scores the order decides.
  if (new Set(scores.data).size < scores.data.length) return { args: [boxes, scores, threshold] }
  const order = otherOrder(random, scores.data.length)
  return {
    args: [reordered(boxes, 0, order), reordered(scores, 0, order), threshold],
    answer: ({ shape, data }) => i32(shape, (at) => order.indexOf(data[at] ?? 0)),
  }
}
