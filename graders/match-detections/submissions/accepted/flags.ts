// A flag for each object, and a running best.
type Array2 = { shape: readonly number[]; data: Float32Array }

export function matchDetections(boxes: Array2, scores: Array2, truths: Array2, threshold: number) {
  const D = scores.data.length
  const G = truths.shape[0]
  const order = Array.from({ length: D }, (_, i) => i).sort((i, j) => scores.data[j] - scores.data[i] || i - j)
  const taken = new Uint8Array(G)
  const tp = new Uint8Array(D)
  for (const d of order) {
    let best = -1
    let bestIou = threshold
    for (let g = 0; g < G; g++) {
      if (taken[g]) continue
      const overlap = iou(boxes.data, 4 * d, truths.data, 4 * g)
      if (overlap >= bestIou) {
        best = g
        bestIou = overlap
      }
    }
    if (best >= 0) {
      taken[best] = 1
      tp[d] = 1
    }
  }
  return { shape: [D], data: tp }
}

function iou(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const w = Math.min(a[i + 2], b[j + 2]) - Math.max(a[i], b[j])
  const h = Math.min(a[i + 3], b[j + 3]) - Math.max(a[i + 1], b[j + 1])
  if (w <= 0 || h <= 0) return 0
  const areas = (a[i + 2] - a[i]) * (a[i + 3] - a[i + 1]) + (b[j + 2] - b[j]) * (b[j + 3] - b[j + 1])
  return (w * h) / (areas - w * h)
}
