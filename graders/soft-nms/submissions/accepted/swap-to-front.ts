// As the authors' code: the best of the rest is swapped to the front of the rest, in place.
type Floats = { shape: readonly number[]; data: Float32Array }

export function softNms(boxes: Floats, scores: Floats, sigma: number, scoreThreshold: number) {
  const items = Array.from(scores.data, (score, index) => ({ index, score, box: boxes.data.slice(4 * index, 4 * index + 4) }))
  let done = 0
  for (;;) {
    let best = -1
    for (let i = done; i < items.length; i++) {
      const { score, index } = items[i]
      if (score < scoreThreshold) continue
      if (best < 0 || score > items[best].score || (score === items[best].score && index < items[best].index)) best = i
    }
    if (best < 0) break
    ;[items[done], items[best]] = [items[best], items[done]]
    const { box } = items[done++]
    for (let i = done; i < items.length; i++) {
      const u = iou(box, items[i].box)
      if (u > 0) items[i].score *= Math.exp((-u * u) / sigma)
    }
  }
  const kept = items.slice(0, done)
  return {
    index: { shape: [done], data: Int32Array.from(kept, (item) => item.index) },
    score: { shape: [done], data: Float32Array.from(kept, (item) => item.score) },
  }
}

function iou(a: Float32Array, b: Float32Array): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const h = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  if (w <= 0 || h <= 0) return 0
  return (w * h) / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)
}
