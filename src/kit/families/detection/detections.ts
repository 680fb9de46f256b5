import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { Trait } from '../../define-grader.ts'
import { type Box, boxAt, boxes, boxInOrder, nudged } from './overlap.ts'

/** What a detector gives, and an exercise of detection begins its arguments with. */
export type Detections = readonly [boxes: Nd<'f32'>, scores: Nd<'f32'>]

/** Rows are x1, y1, x2, y2, score. */
export function detections(...rows: readonly (readonly number[])[]): Detections {
  const boxes = rows.flatMap((row) => row.slice(0, 4))
  return [f32([rows.length, 4], boxes), f32([rows.length], (at) => rows[at]?.[4] ?? 0)]
}

/**
 * Whole coordinates and few different scores: ties and IoUs that are exact in binary occur, and come out the same in
 * f32 and f64.
 */
export function onGrid(random: Random): Detections {
  const rows = Array.from({ length: random.int(0, 16) }, () => {
    const [x, y] = [random.int(-4, 8), random.int(-4, 8)]
    return [x, y, x + random.int(0, 8), y + random.int(1, 8), random.int(1, 4) / 4]
  })
  return detections(...rows)
}

/**
 * Several shaky detections of each object. Coordinates are quarters, so that an IoU is either exactly a threshold of
 * sixteenths or too far from it for f32 and f64 to differ.
 */
export function inClusters(random: Random, count: number, extent: number): Detections {
  const quarters = (from: number, to: number) => random.int(4 * from, 4 * to) / 4
  const place = () => [quarters(0, extent), quarters(0, extent), quarters(10, 50), quarters(10, 50)]
  const objects = Array.from({ length: Math.ceil(count / 4) }, place)
  const shake = () => quarters(-4, 4)
  const rows = Array.from({ length: count }, () => {
    const [x = 0, y = 0, width = 0, height = 0] = objects[random.int(0, objects.length - 1)] ?? []
    return [x + shake(), y + shake(), x + width + shake(), y + height + shake(), random.real()]
  })
  return detections(...rows)
}

/**
 * Of boxes whose corners may lie anywhere, the same with x1 <= x2 and y1 <= y2, and half of them close to one
 * before: else nothing meets.
 */
export function meetingBoxes(random: Random, given: Nd<'f32'>): Nd<'f32'> {
  const settled: Box[] = []
  for (let at = 0; at < (given.shape[0] ?? 0); at++) {
    const before = settled[random.int(0, 2 * at)]
    settled.push(before ? nudged(random, before) : boxInOrder(boxAt(given, at)))
  }
  return boxes(settled)
}

export function areInOrder({ data }: Nd<'f32'>): boolean {
  return data.every((end, at) => at % 4 < 2 || end >= (data[at - 2] ?? 0))
}

export function detectionTraits(): readonly Trait<readonly [...Detections, ...unknown[]]>[] {
  return [
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
    { text: { en: 'there is no detected box', zh: '没有检测框' }, holds: (_, { data }) => data.length === 0 },
  ]
}
