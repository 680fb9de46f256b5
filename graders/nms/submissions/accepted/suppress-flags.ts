// Columns in sorted order and a flag for each box; every kept box marks the later ones that it covers.
type Array2 = { shape: readonly number[]; data: Float32Array }

export function nms(boxes: Array2, scores: Array2, threshold: number) {
  const n = scores.data.length
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => scores.data[j] - scores.data[i])
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((c) => Float32Array.from(order, (i) => boxes.data[4 * i + c]))
  const area = x1.map((x, i) => (x2[i] - x) * (y2[i] - y1[i]))
  const gone = new Uint8Array(n)
  const kept: number[] = []
  for (let i = 0; i < n; i++) {
    if (gone[i]) continue
    kept.push(order[i])
    for (let j = i + 1; j < n; j++) {
      const w = Math.min(x2[i], x2[j]) - Math.max(x1[i], x1[j])
      if (w <= 0) continue
      const h = Math.min(y2[i], y2[j]) - Math.max(y1[i], y1[j])
      if (h <= 0) continue
      if (w * h > threshold * (area[i] + area[j] - w * h)) gone[j] = 1
    }
  }
  return { shape: [kept.length], data: new Int32Array(kept) }
}
