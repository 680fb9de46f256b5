// Sums and counts in one pass over the sizes; no lists of clusters.
type Table = { shape: readonly number[]; data: Float32Array }

export function anchorKmeans(sizes: Table, k: number, initial: Table, iterations: number) {
  const centres = Float64Array.from(initial.data)
  for (let t = 0; t < iterations; t++) {
    const sums = new Float64Array(2 * k)
    const counts = new Uint32Array(k)
    for (let i = 0; i < sizes.data.length; i += 2) {
      const w = sizes.data[i]
      const h = sizes.data[i + 1]
      let best = 0
      let bestIou = -1
      for (let j = 0; j < k; j++) {
        const inter = Math.min(w, centres[2 * j]) * Math.min(h, centres[2 * j + 1])
        const iou = inter / (w * h + centres[2 * j] * centres[2 * j + 1] - inter)
        if (iou > bestIou) {
          best = j
          bestIou = iou
        }
      }
      sums[2 * best] += w
      sums[2 * best + 1] += h
      counts[best]++
    }
    for (let j = 0; j < k; j++) {
      if (counts[j] === 0) continue
      centres[2 * j] = sums[2 * j] / counts[j]
      centres[2 * j + 1] = sums[2 * j + 1] / counts[j]
    }
  }
  return { shape: [k, 2], data: Float32Array.from(centres) }
}
