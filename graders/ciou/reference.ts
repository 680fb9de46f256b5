import type { Nd } from '#kit'

/** Complete IoU of the boxes of each row: less the distance of their centres, and less how far their shapes differ. */
export function ciou(a: Nd<'f32'>, b: Nd<'f32'>): Nd<'f32'> {
  const count = a.shape[0] as number
  const data = Float32Array.from({ length: count }, (_, row) => {
    const [ax1, ay1, ax2, ay2] = a.data.subarray(4 * row) as unknown as Corners
    const [bx1, by1, bx2, by2] = b.data.subarray(4 * row) as unknown as Corners
    const [aw, ah, bw, bh] = [ax2 - ax1, ay2 - ay1, bx2 - bx1, by2 - by1]
    const width = Math.min(ax2, bx2) - Math.max(ax1, bx1)
    const height = Math.min(ay2, by2) - Math.max(ay1, by1)
    const shared = Math.max(width, 0) * Math.max(height, 0)
    const iou = shared / (aw * ah + bw * bh - shared)
    const apart = (ax1 + ax2 - bx1 - bx2) ** 2 + (ay1 + ay2 - by1 - by2) ** 2
    const diagonal =
      (Math.max(ax2, bx2) - Math.min(ax1, bx1)) ** 2 + (Math.max(ay2, by2) - Math.min(ay1, by1)) ** 2
    const v = ((Math.atan(aw / ah) - Math.atan(bw / bh)) * (2 / Math.PI)) ** 2
    return iou - apart / 4 / diagonal - (v && v ** 2 / (1 - iou + v))
  })
  return { shape: [count], data }
}

type Corners = readonly [x1: number, y1: number, x2: number, y2: number]
