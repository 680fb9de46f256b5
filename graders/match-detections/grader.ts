import {
  areClearOfEachOther,
  areInOrder,
  type Box,
  boxes,
  boxesIn,
  changedTogether,
  defineGrader,
  detections,
  detectionTraits,
  drawScene,
  f32,
  isClearOf,
  meetingScene,
  type Nd,
  onGrid,
  overlap,
  type Random,
  type Scene,
  SMALLER_BOXES,
  smallerBoxes,
} from '#kit'
import { matchDetections } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof matchDetections>

const SQUARE: Box = [0, 0, 10, 10]
const BELOW: Box = [0, 2, 10, 12]

export const grader = defineGrader({
  reference: matchDetections,
  examples: [
    [
      ...detections([0, 0, 10, 9, 0.6], [0, 0, 10, 10, 0.9], [0, 0, 10, 5, 0.8], [20, 20, 30, 30, 0.7]),
      boxes([SQUARE, BELOW]),
      0.5,
    ],
  ],
  cases: [
    [
      { en: 'one object, found', zh: '1 个目标，已找到' },
      ...detections([0, 0, 10, 9, 0.9]),
      boxes([SQUARE]),
      0.5,
    ],
    [
      { en: 'a duplicate fits better but has the lower score', zh: '重复检测更准，但得分较低' },
      ...detections([0, 0, 10, 10, 0.8], [0, 0, 10, 8, 0.9]),
      boxes([SQUARE]),
      0.5,
    ],
    [
      { en: 'IoU exactly the threshold', zh: 'IoU 恰好等于阈值' },
      ...detections([0, 0, 10, 5, 0.9]),
      boxes([SQUARE]),
      0.5,
    ],
    [
      { en: 'equal IoUs: the last object is taken', zh: 'IoU 相等：取最后一个目标' },
      ...detections([4, 0, 8, 4, 0.9], [2, 0, 6, 4, 0.8]),
      boxes([
        [2, 0, 6, 4],
        [6, 0, 10, 4],
      ]),
      0.25,
    ],
    [
      { en: 'equal IoUs three times', zh: 'IoU 三次相等' },
      ...detections(
        [4, 0, 8, 4, 0.9],
        [2, 0, 6, 4, 0.8],
        [24, 0, 28, 4, 0.7],
        [22, 0, 26, 4, 0.6],
        [44, 0, 48, 4, 0.5],
        [42, 0, 46, 4, 0.4],
      ),
      boxes([2, 6, 22, 26, 42, 46].map((x) => [x, 0, x + 4, 4])),
      0.25,
    ],
    [
      { en: 'the first object is not the best', zh: '第一个目标不是重叠最大的' },
      ...detections([0, 1, 10, 11, 0.9], [0, -1, 10, 9, 0.8]),
      boxes([[0, 3, 10, 13], SQUARE]),
      0.25,
    ],
    [
      { en: 'equal scores', zh: '得分相同' },
      ...detections([0, 0, 10, 9, 0.5], [0, 0, 10, 10, 0.5], [0, 1, 10, 10, 0.5]),
      boxes([SQUARE]),
      0.5,
    ],
    [
      { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      ...detections([20, 20, 30, 30, 0.9]),
      boxes([SQUARE]),
      0.25,
    ],
    [
      { en: 'a small detection inside an object', zh: '目标内部的小检测框' },
      ...detections([0, 0, 5, 5, 0.9]),
      boxes([SQUARE]),
      0.5,
    ],
    [
      { en: 'a large detection around an object', zh: '包住目标的大检测框' },
      ...detections([-5, -5, 15, 15, 0.9]),
      boxes([SQUARE]),
      0.5,
    ],
    [
      { en: 'normalised coordinates: an image is of size 1', zh: '归一化坐标：图像边长为 1' },
      ...detections([0, 0, 0.5, 0.375, 0.9]),
      boxes([[0, 0, 0.5, 0.5]]),
      0.5,
    ],
    [
      { en: 'equal boxes without area', zh: '相同的零面积框' },
      ...detections([3, 3, 3, 3, 0.9], [0, 0, 10, 10, 0.8]),
      boxes([[3, 3, 3, 3], SQUARE]),
      0.5,
    ],
    [
      { en: 'equal boxes, threshold 1', zh: '完全相同的框，阈值 1' },
      ...detections([0, 0, 10, 10, 0.9], [0, 0, 10, 9, 0.8]),
      boxes([SQUARE, SQUARE]),
      1,
    ],
    [{ en: 'no detection', zh: '没有检测' }, ...detections(), boxes([SQUARE]), 0.5],
    [{ en: 'no object', zh: '没有目标' }, ...detections([0, 0, 10, 10, 0.9]), boxes([]), 0.5],
    [{ en: '40 equal scores', zh: '40 个得分全部相同' }, ...manyDetections(20, () => 0.5), 0.5],
    [
      // Of one object, both detections come behind the hundredth.
      { en: '200 detections of 100 objects', zh: '100 个目标，200 个检测' },
      ...manyDetections(100, (at) => ((at * 3) % 199) / 199),
      0.5,
    ],
    [
      { en: '140 detections of one half of 70 objects', zh: '70 个目标，140 个检测' },
      ...manyDetections(70, (at) => (at % 70) / 70),
      0.5,
    ],
  ],
  random: (random) =>
    random.pick([
      (): Args => [...onGrid(random), onGrid(random)[0], random.int(1, 3) / 4],
      () => toArgs(drawScene(random, small(random)), random.int(2, 19) / 20),
      () => sideBySide(random),
    ])(),
  settle: (random, ...args) => toArgs(meetingScene(random, toScene(...args)), args[3]),
  valid: (found, _scores, truths, threshold) =>
    areInOrder(found) &&
    areInOrder(truths) &&
    boxesIn(found).every((box) => isClearAmong(box, boxesIn(truths), threshold)),
  relations: [
    {
      name: SMALLER_BOXES,
      change: (random, found, scores, truths, threshold) => {
        const [smaller, smallerTruths] = changedTogether([found, truths], (all) => smallerBoxes(random, all))
        return { args: [smaller, scores, smallerTruths, threshold] }
      },
    },
  ],
  performance: {
    lean: {
      en: 'Compute the IoUs of one detection at a time: nobody asks for them again once it has chosen.',
      zh: '一次只计算一个检测的 IoU：它选定之后就不再需要了。',
      cards: ['average-precision/greedy-order'],
    },
  },
  rules,
  traits: [
    ...detectionTraits(),
    { text: { en: 'there is no object', zh: '没有目标' }, holds: (...args) => args[2].data.length === 0 },
    {
      text: { en: 'there are more detections than objects', zh: '检测多于目标' },
      holds: (...[{ data }, , truths]) => data.length > truths.data.length,
    },
    { text: { en: 'the threshold is not 0.5', zh: '阈值不是 0.5' }, holds: (...args) => args[3] !== 0.5 },
  ],
})

/** Two equal detections of each object. */
function manyDetections(
  objects: number,
  score: (at: number) => number,
): readonly [...ReturnType<typeof detections>, Nd<'f32'>] {
  const corners = Array.from(
    { length: objects },
    (_, at) => [20 * (at % 10), 20 * Math.floor(at / 10)] as const,
  )
  const found = [...corners, ...corners].map(([x, y], at) => [x, y + 2, x + 10, y + 10, score(at)])
  return [...detections(...found), boxes(corners.map(([x, y]) => [x, y, x + 10, y + 10]))]
}

/** A detection lies on an object, or half way between two. */
function sideBySide(random: Random): Args {
  const squares = (count: number, step: number) =>
    Array.from({ length: count }, () => {
      const x = step * random.int(0, 12 / step)
      return [x, 0, x + 4, 4, random.int(1, 8) / 8] as const
    })
  const objects = detections(...squares(random.int(2, 6), 4))[0]
  return [...detections(...squares(random.int(2, 8), 2)), objects, 0.25]
}

function small(random: Random) {
  return {
    truths: random.pick([0, 1, 3, 6, 12]),
    detections: random.pick([0, 1, 4, 10, 25]),
    images: 1,
    classes: 1,
    score: random.pick([random.real, () => random.int(-8, 8) / 8]),
  }
}

function toArgs({ detections: found, truths }: Scene, threshold: number): Args {
  return [
    boxes(found.map(({ box }) => box)),
    f32([found.length], (at) => found[at]?.score ?? 0),
    boxes(truths.map(({ box }) => box)),
    threshold,
  ]
}

function toScene(...[found, scores, truths]: Args): Scene {
  const inPlace = (box: Box) => ({ box, label: 1, image: 1 })
  return {
    detections: boxesIn(found).map((box, at) => ({ ...inPlace(box), score: scores.data[at] ?? 0 })),
    truths: boxesIn(truths).map(inPlace),
  }
}

/** Of the objects that are large enough the largest can be told, and which are. */
function isClearAmong(box: Box, truths: readonly Box[], threshold: number): boolean {
  const near = truths.filter((truth) => overlap(box, truth) > threshold - 1e-4)
  return near.every(
    (truth, at) =>
      isClearOf(box, truth, threshold) &&
      near.slice(0, at).every((other) => areClearOfEachOther(box, truth, other)),
  )
}
