import type { Random } from '../../src/core/random.ts'
import { f32, type Nd } from '../../src/kit/arrays.ts'
import { defineGrader } from '../../src/kit/define-grader.ts'
import { mutants } from './mutants.ts'
import { nms } from './reference.ts'

type Args = readonly [boxes: Nd<'f32'>, scores: Nd<'f32'>, threshold: number]

export const grader = defineGrader<Args, Nd<'i32'>>({
  reference: nms,
  cases: [
    { name: { en: 'no box', zh: '没有框' }, args: detections([], 0.5) },
    { name: { en: 'one box', zh: '1 个框' }, args: detections([[0, 0, 10, 10, 0.9]], 0.5) },
    {
      name: { en: 'a duplicate with the higher score', zh: '重复框的得分更高' },
      args: detections(
        [
          [0, 0, 10, 10, 0.6],
          [1, 0, 11, 10, 0.9],
        ],
        0.5,
      ),
    },
    {
      name: { en: 'IoU exactly the threshold', zh: 'IoU 恰好等于阈值' },
      args: detections(
        [
          [0, 0, 10, 10, 0.9],
          [0, 0, 10, 5, 0.8],
        ],
        0.5,
      ),
    },
    {
      name: { en: 'a chain: A covers B, B covers C', zh: '链式重叠：A 与 B 重叠，B 与 C 重叠' },
      args: detections(
        [
          [0, 0, 10, 10, 0.9],
          [3, 0, 13, 10, 0.8],
          [6, 0, 16, 10, 0.7],
        ],
        0.5,
      ),
    },
    {
      name: { en: 'equal scores, apart', zh: '得分相同，互不重叠' },
      args: detections(
        [
          [0, 0, 4, 4, 0.5],
          [20, 0, 24, 4, 0.5],
          [0, 20, 4, 24, 0.5],
        ],
        0.5,
      ),
    },
    {
      name: { en: 'equal scores, overlapping', zh: '得分相同，相互重叠' },
      args: detections(
        [
          [0, 0, 8, 8, 0.5],
          [1, 0, 9, 8, 0.5],
          [0, 1, 8, 9, 0.5],
        ],
        0.5,
      ),
    },
    {
      name: { en: 'apart in both x and y', zh: 'x、y 方向都不相交' },
      args: detections(
        [
          [0, 0, 4, 4, 0.9],
          [7, 7, 11, 11, 0.8],
        ],
        0.25,
      ),
    },
    {
      name: { en: 'a small box inside a large one', zh: '小框在大框之内' },
      args: detections(
        [
          [0, 0, 20, 20, 0.9],
          [5, 5, 10, 10, 0.8],
        ],
        0.25,
      ),
    },
    {
      name: { en: 'touching boxes, threshold 0', zh: '边缘相接的框，阈值 0' },
      args: detections(
        [
          [0, 0, 5, 5, 0.9],
          [5, 0, 10, 5, 0.8],
          [4, 0, 9, 5, 0.7],
        ],
        0,
      ),
    },
    {
      name: { en: 'twins, threshold 1', zh: '完全相同的框，阈值 1' },
      args: detections(
        [
          [0, 0, 5, 5, 0.8],
          [0, 0, 5, 5, 0.9],
        ],
        1,
      ),
    },
    {
      name: { en: 'boxes without area', zh: '面积为零的框' },
      args: detections(
        [
          [3, 3, 3, 3, 0.9],
          [3, 3, 3, 3, 0.8],
          [0, 0, 5, 5, 0.7],
        ],
        0.5,
      ),
    },
    {
      name: { en: 'negative coordinates', zh: '负坐标' },
      args: detections(
        [
          [-10, -10, 0, 0, 0.3],
          [-9, -10, 1, 0, 0.4],
          [-2, -2, 8, 8, 0.1],
        ],
        0.5,
      ),
    },
  ],
  random: (random) => (random.real() < 0.5 ? onGrid(random) : inClusters(random, random.int(1, 40), 60)),
  randomCases: 40,
  valid: isExact,
  comparison: { kind: 'exact' },
  performance: { ratio: (random) => inClusters(random, 2000, 1600) },
  mutants,
  traits: [
    {
      text: { en: 'two scores are equal', zh: '有得分相同的框' },
      holds: (_, { data }) => new Set(data).size < data.length,
    },
    {
      text: { en: 'a box has no area', zh: '有面积为零的框' },
      holds: ({ data }) => data.some((end, at) => at % 4 > 1 && end <= (data[at - 2] ?? 0)),
    },
    {
      text: { en: 'a coordinate is negative', zh: '有负的坐标' },
      holds: ({ data }) => data.some((coordinate) => coordinate < 0),
    },
    { text: { en: 'the threshold is 0', zh: '阈值为 0' }, holds: (...args) => args[2] === 0 },
    { text: { en: 'there is no box', zh: '没有框' }, holds: (_, { data }) => data.length === 0 },
  ],
})

/** Rows are x1, y1, x2, y2, score. */
function detections(rows: readonly (readonly number[])[], threshold: number): Args {
  const boxes = f32(
    [rows.length, 4],
    rows.flatMap((row) => row.slice(0, 4)),
  )
  return [
    boxes,
    f32(
      [rows.length],
      rows.map((row) => row[4] ?? 0),
    ),
    threshold,
  ]
}

/**
 * Whole coordinates, few different scores and thresholds that are exact in binary: ties and IoUs exactly at the threshold occur,
 * and come out the same in f32 and f64.
 */
function onGrid(random: Random): Args {
  const rows = Array.from({ length: random.int(0, 16) }, () => {
    const [x, y] = [random.int(-4, 8), random.int(-4, 8)]
    return [x, y, x + random.int(0, 8), y + random.int(1, 8), random.int(1, 4) / 4]
  })
  return detections(rows, random.pick([0, 0.25, 0.5, 0.75]))
}

/** Coordinates are quarters and the threshold a sixteenth, as below; sides run from left to right and from top to bottom. */
function isExact({ data }: Nd<'f32'>, _scores: Nd<'f32'>, threshold: number): boolean {
  const isForward = data.every((end, at) => at % 4 < 2 || end >= (data[at - 2] ?? 0))
  const isWhole = data.every((coordinate) => Number.isInteger(4 * coordinate))
  return isForward && isWhole && threshold >= 0 && threshold <= 1 && Number.isInteger(16 * threshold)
}

/**
 * Several shaky detections of each object, as a detector gives them. Coordinates are quarters and thresholds sixteenths, so that
 * an IoU is either exactly the threshold or too far from it for f32 and f64 to differ.
 */
function inClusters(random: Random, count: number, extent: number): Args {
  const quarters = (from: number, to: number) => random.int(4 * from, 4 * to) / 4
  const objects = Array.from({ length: Math.ceil(count / 4) }, () => [
    quarters(0, extent),
    quarters(0, extent),
    quarters(10, 50),
    quarters(10, 50),
  ])
  const rows = Array.from({ length: count }, () => {
    const [x = 0, y = 0, width = 0, height = 0] = objects[random.int(0, objects.length - 1)] ?? []
    const shake = () => quarters(-4, 4)
    return [x + shake(), y + shake(), x + width + shake(), y + height + shake(), random.real()]
  })
  return detections(rows, random.int(4, 12) / 16)
}
