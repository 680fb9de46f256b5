import type { Nd } from '#kit'

/** Generalized IoU of the boxes of each row: less the share of the enclosing box that the union does not fill. */
export function giou(a: Nd<'f32'>, b: Nd<'f32'>): Nd<'f32'> {
  const count = a.shape[0] as number
  const data = Float32Array.from({ length: count }, (_, row) => {
    const [ax1, ay1, ax2, ay2] = a.data.subarray(4 * row) as unknown as Corners
    const [bx1, by1, bx2, by2] = b.data.subarray(4 * row) as unknown as Corners
    const width = Math.min(ax2, bx2) - Math.max(ax1, bx1)
    const height = Math.min(ay2, by2) - Math.max(ay1, by1)
    const intersection = Math.max(width, 0) * Math.max(height, 0)
    const union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - intersection
    const hull = (Math.max(ax2, bx2) - Math.min(ax1, bx1)) * (Math.max(ay2, by2) - Math.min(ay1, by1))
    return quotient(intersection, union) - quotient(hull - union, hull)
  })
  return { shape: [count], data }
}

type Corners = readonly [x1: number, y1: number, x2: number, y2: number]

function quotient(dividend: number, divisor: number): number {
  return divisor && dividend / divisor
}
