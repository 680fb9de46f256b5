// Three functions, one for each term.
type Boxes = { shape: readonly number[]; data: Float32Array }
type Box = { x: number; y: number; w: number; h: number }

export function ciou(a: Boxes, b: Boxes) {
  const row = ({ data }: Boxes, i: number): Box => {
    const [x1, y1, x2, y2] = data.subarray(4 * i, 4 * i + 4)
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, w: x2 - x1, h: y2 - y1 }
  }
  const data = new Float32Array(a.shape[0])
  for (let i = 0; i < data.length; i++) {
    const [p, q] = [row(a, i), row(b, i)]
    const iou = overlap(p, q)
    const v = shape(p, q)
    const alpha = v / (1 - iou + v + 1e-7)
    data[i] = iou - distance(p, q) - alpha * v
  }
  return { shape: [data.length], data }
}

function overlap(p: Box, q: Box): number {
  const along = (c: number, s: number, d: number, t: number) =>
    Math.max(0, Math.min(s, t, (s + t) / 2 - Math.abs(c - d)))
  const shared = along(p.x, p.w, q.x, q.w) * along(p.y, p.h, q.y, q.h)
  return shared / (p.w * p.h + q.w * q.h - shared)
}

function distance(p: Box, q: Box): number {
  const span = (c: number, s: number, d: number, t: number) => Math.max(s, t, (s + t) / 2 + Math.abs(c - d))
  return ((p.x - q.x) ** 2 + (p.y - q.y) ** 2) / (span(p.x, p.w, q.x, q.w) ** 2 + span(p.y, p.h, q.y, q.h) ** 2)
}

function shape(p: Box, q: Box): number {
  return (4 / Math.PI ** 2) * (Math.atan2(p.w, p.h) - Math.atan2(q.w, q.h)) ** 2
}
