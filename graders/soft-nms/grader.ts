import {
  areInOrder,
  boxAt,
  defineGrader,
  detections,
  detectionTraits,
  inClusters,
  MOVED_BOXES,
  meetingBoxes,
  movedBoxes,
  type Nd,
  onGrid,
  overlap,
  type Random,
  SMALLER_BOXES,
  smallerBoxes,
} from '#kit'
import { softNms } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof softNms>

export const grader = defineGrader({
  reference: softNms,
  examples: [
    [
      ...detections([0, 0, 10, 10, 0.9], [0, 0, 10, 5, 0.8], [20, 20, 30, 30, 0.7], [0, 0, 10, 10, 0.6]),
      0.5,
      0.05,
    ],
  ],
  cases: [
    [
      { en: 'normalised coordinates: an image is of size 1', zh: '归一化坐标：图像边长为 1' },
      ...detections([0, 0, 0.5, 0.5, 0.9], [0, 0, 0.5, 0.375, 0.8]),
      0.5,
      0.01,
    ],
    [{ en: 'one box', zh: '1 个框' }, ...detections([0, 0, 10, 10, 0.75]), 0.5, 0.01],
    [
      { en: 'the order changes', zh: '次序改变' },
      ...detections([0, 0, 10, 10, 0.9], [0, 0, 10, 9, 0.8], [0, 8, 10, 18, 0.5]),
      0.5,
      0.01,
    ],
    [
      { en: 'lowered twice', zh: '降低两次' },
      ...detections([0, 0, 10, 10, 0.9], [2, 0, 12, 10, 0.85], [4, 0, 14, 10, 0.8]),
      0.5,
      0.01,
    ],
    [{ en: 'sigma 2', zh: 'sigma 为 2' }, ...detections([0, 0, 10, 10, 0.9], [1, 0, 11, 10, 0.8]), 2, 0.01],
    [
      { en: 'a score equal to the threshold', zh: '得分恰好等于阈值' },
      ...detections([0, 0, 10, 10, 0.75], [20, 0, 30, 10, 0.25]),
      0.5,
      0.25,
    ],
    [
      { en: 'two scores equal to the threshold', zh: '两个得分恰好等于阈值' },
      ...detections([20, 0, 30, 10, 0.5], [0, 0, 10, 10, 0.75], [40, 0, 50, 10, 0.5]),
      0.5,
      0.5,
    ],
    [
      { en: 'a low score that overlaps nothing', zh: '得分很低且与谁都不重叠' },
      ...detections([0, 0, 10, 10, 0.75], [20, 0, 30, 10, 0.125]),
      0.5,
      0.25,
    ],
    [
      { en: 'equal scores', zh: '得分相同' },
      ...detections([0, 0, 8, 8, 0.5], [0, 2, 8, 10, 0.5], [30, 0, 38, 8, 0.5]),
      0.5,
      0.01,
    ],
    [
      { en: 'twins', zh: '完全相同的框' },
      ...detections([0, 0, 8, 8, 0.5], [0, 0, 8, 8, 0.5], [0, 0, 8, 8, 0.5]),
      1,
      0.01,
    ],
    [
      { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      ...detections([0, 0, 4, 4, 0.9], [7, 7, 11, 11, 0.8]),
      0.5,
      0.01,
    ],
    [
      { en: 'boxes without area', zh: '面积为零的框' },
      ...detections([3, 3, 3, 3, 0.9], [3, 3, 3, 3, 0.8], [0, 0, 5, 5, 0.7]),
      0.5,
      0.01,
    ],
    [{ en: 'all below the threshold', zh: '全部低于阈值' }, ...detections([0, 0, 5, 5, 0.25]), 0.5, 0.5],
    [{ en: 'no box', zh: '没有框' }, ...detections(), 0.5, 0.01],
  ],
  random: drawClear,
  settle: (random, boxes, ...rest) => [meetingBoxes(random, boxes), ...rest],
  valid: (boxes, ...rest) => areInOrder(boxes) && isClearRun(boxes, ...rest),
  relations: [
    {
      name: SMALLER_BOXES,
      change: (random, boxes, ...rest) => ({ args: [smallerBoxes(random, boxes), ...rest] }),
    },
    {
      name: MOVED_BOXES,
      change: (random, boxes, ...rest) => ({ args: [movedBoxes(random, boxes), ...rest] }),
    },
  ],
  tolerance: {
    rtol: 1e-4,
    atol: 1e-6,
    why: 'a score that stays above 0.001 has lost at most 7 in its logarithm, of which an IoU in f32 makes an error of 1e-5.',
  },
  performance: {
    lean: {
      en: 'Do not hold the IoUs of all pairs, N² numbers: those of the chosen box with the rest are N, and nobody asks for them again.',
      zh: '不要保存所有框两两之间的 IoU（N² 个数）：被选中的框与其余框的 IoU 只有 N 个，用过就不再需要。',
      cards: ['nms/soft-why'],
    },
  },
  rules,
  traits: detectionTraits(),
})

function drawClear(random: Random): Args {
  const drawn = random.real() < 0.3 ? onGrid(random) : inClusters(random, random.int(1, 25), 50)
  const args: Args = [...drawn, random.pick([0.1, 0.3, 0.5, 1]), random.pick([0.001, 0.05, 0.25])]
  return isClearRun(...args) ? args : drawClear(random)
}

/** Whether no choice and no comparison with the threshold hangs on rounding. */
function isClearRun(boxes: Nd<'f32'>, scores: Nd<'f32'>, sigma: number, threshold: number): boolean {
  const box = (index: number) => boxAt(boxes, index)
  let left = Array.from(scores.data, (score, index) => ({ index, score, start: score }))
  for (;;) {
    if (!left.every(isClearOfThreshold)) return false
    left = left
      .filter(({ score }) => score >= threshold)
      .sort((a, b) => b.score - a.score || a.index - b.index)
    const [best, next] = left
    if (best === undefined) return true
    if (next && !areClear(best, next)) return false
    left = left.slice(1).map((one) => {
      const iou = overlap(box(best.index), box(one.index)) || 0
      return { ...one, score: one.score * Math.exp(-(iou ** 2) / sigma) }
    })
  }

  function isClearOfThreshold({ score, start }: (typeof left)[number]): boolean {
    const isExact = score === start && Math.fround(threshold) === threshold
    return isExact || Math.abs(score - threshold) > 1e-4 * threshold
  }

  /** Scores that have not been lowered may be equal, and those of the same box. */
  function areClear(one: (typeof left)[number], other: (typeof left)[number]): boolean {
    const areFirst = one.score === one.start && other.score === other.start
    const areTwins = one.start === other.start && `${box(one.index)}` === `${box(other.index)}`
    return areFirst || areTwins || one.score - other.score > 1e-4 * one.score
  }
}
