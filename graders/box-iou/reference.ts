import type { Nd } from '#kit'

/** Intersection over union of all boxes of a with all boxes of b; 0 where a box has no area. */
export function boxIou(a: Nd<'f32'>, b: Nd<'f32'>): Nd<'f32'> {
  const [rows, columns] = [corners(a), corners(b)]
  const data = Float32Array.from(rows.flatMap((one) => columns.map((other) => iou(one, other))))
  return { shape: [rows.length, columns.length], data }
}

type Corners = readonly [x1: number, y1: number, x2: number, y2: number]

function corners({ shape, data }: Nd<'f32'>): readonly Corners[] {
  return Array.from({ length: shape[0] as number }, (_, at) => {
    const [x1, y1, x2, y2] = data.subarray(4 * at)
    return [x1, y1, x2, y2] as unknown as Corners
  })
}

function iou(one: Corners, other: Corners): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  const intersection = Math.max(width, 0) * Math.max(height, 0)
  // Lest two boxes without area give 0 / 0.
  return intersection && intersection / (area(one) + area(other) - intersection)
}

function area([x1, y1, x2, y2]: Corners): number {
  return (x2 - x1) * (y2 - y1)
}
