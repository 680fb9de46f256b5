// All pairs that overlap enough in one list: by score, then by IoU, then by object; each is taken if both sides are free.
type Array2 = { shape: readonly number[]; data: Float32Array }
interface Pair {
  detection: number
  object: number
  iou: number
}

export function matchDetections(boxes: Array2, scores: Array2, truths: Array2, threshold: number) {
  const pairs: Pair[] = []
  for (let d = 0; d < scores.data.length; d++) {
    const [x1, y1, x2, y2] = boxes.data.subarray(4 * d, 4 * d + 4)
    for (let g = 0; g < truths.shape[0]; g++) {
      const [u1, v1, u2, v2] = truths.data.subarray(4 * g, 4 * g + 4)
      const common = Math.max(0, Math.min(x2, u2) - Math.max(x1, u1)) * Math.max(0, Math.min(y2, v2) - Math.max(y1, v1))
      if (common === 0) continue
      const iou = common / ((x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - common)
      if (iou >= threshold) pairs.push({ detection: d, object: g, iou })
    }
  }
  pairs.sort(
    (a, b) =>
      scores.data[b.detection] - scores.data[a.detection] ||
      a.detection - b.detection ||
      b.iou - a.iou ||
      b.object - a.object,
  )
  const tp = new Uint8Array(scores.data.length)
  const taken = new Set<number>()
  for (const { detection, object } of pairs) {
    if (tp[detection] || taken.has(object)) continue
    tp[detection] = 1
    taken.add(object)
  }
  return { shape: [tp.length], data: tp }
}
