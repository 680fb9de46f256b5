// Take the best, filter the rest, repeat; only boxes whose x ranges meet are looked at closely.
type Array2 = { shape: readonly number[]; data: Float32Array }
interface Box {
  index: number
  x1: number
  y1: number
  x2: number
  y2: number
  area: number
}

export function nms(boxes: Array2, scores: Array2, threshold: number) {
  const kept: number[] = []
  let rest: Box[] = Array.from(scores.data, (_, index) => {
    const [x1, y1, x2, y2] = boxes.data.subarray(4 * index)
    return { index, x1, y1, x2, y2, area: (x2 - x1) * (y2 - y1) }
  })
  rest.sort((a, b) => scores.data[b.index] - scores.data[a.index] || a.index - b.index)
  while (rest.length > 0) {
    const best = rest[0]
    kept.push(best.index)
    rest = rest.filter((box, i) => i > 0 && !(iou(best, box) > threshold))
  }
  return { shape: [kept.length], data: Int32Array.from(kept) }
}

function iou(a: Box, b: Box): number {
  if (b.x1 > a.x2 || b.x2 < a.x1) return 0
  const w = Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1))
  const h = Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1))
  return (w * h) / (a.area + b.area - w * h)
}
