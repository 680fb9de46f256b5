// Right, but makes two new arrays for each pair, of which there are far too many: all pairs, not only those with a kept box.
type Array2 = { shape: readonly number[]; data: Float32Array }

export function nms(boxes: Array2, scores: Array2, threshold: number) {
  const n = scores.data.length
  const box = (i: number) => [...boxes.data.slice(4 * i, 4 * i + 4)]
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => scores.data[j] - scores.data[i])
  const gone = new Set<number>()
  order.forEach((i, rank) => {
    const covered = order.slice(rank + 1).filter((j) => iou(box(i), box(j)) > threshold)
    if (!gone.has(i)) for (const j of covered) gone.add(j)
  })
  const kept = order.filter((i) => !gone.has(i))
  return { shape: [kept.length], data: Int32Array.from(kept) }
}

function iou(a: number[], b: number[]): number {
  const w = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0]))
  const h = Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]))
  return (w * h) / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)
}
