// diagnosis: threshold-inclusive
type Array2 = { shape: readonly number[]; data: Float32Array }

export function nms(boxes: Array2, scores: Array2, threshold: number) {
  const order = [...scores.data.keys()].sort((i, j) => scores.data[j] - scores.data[i])
  const kept: number[] = []
  for (const i of order) if (!kept.some((k) => iou(boxes.data, i, k) >= threshold)) kept.push(i)
  return { shape: [kept.length], data: Int32Array.from(kept) }
}

function iou(b: Float32Array, i: number, j: number): number {
  const w = Math.max(0, Math.min(b[4 * i + 2], b[4 * j + 2]) - Math.max(b[4 * i], b[4 * j]))
  const h = Math.max(0, Math.min(b[4 * i + 3], b[4 * j + 3]) - Math.max(b[4 * i + 1], b[4 * j + 1]))
  const area = (k: number) => (b[4 * k + 2] - b[4 * k]) * (b[4 * k + 3] - b[4 * k + 1])
  return (w * h) / (area(i) + area(j) - w * h)
}
