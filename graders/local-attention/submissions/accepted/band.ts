// All scores of the band first, T rows of 2 radius + 1; what lies beyond the ends stays minus infinity.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function localAttention(q: Matrix, k: Matrix, v: Matrix, radius: number) {
  const [T, D] = q.shape
  const E = v.shape[1]
  const r = Math.min(radius, T - 1)
  const W = 2 * r + 1
  const band = new Float64Array(T * W).fill(-Infinity)
  for (let t = 0; t < T; t++) {
    const query = q.data.subarray(t * D, t * D + D)
    for (let w = Math.max(0, r - t); w < Math.min(W, T - t + r); w++) {
      const start = (t + w - r) * D
      let dot = 0
      for (let d = 0; d < D; d++) dot += query[d] * k.data[start + d]
      band[t * W + w] = dot / Math.sqrt(D)
    }
  }
  const out = new Float32Array(T * E)
  for (let t = 0; t < T; t++) {
    const row = band.subarray(t * W, t * W + W)
    let max = row[0]
    for (const score of row) if (score > max) max = score
    let total = 0
    for (let w = 0; w < W; w++) total += row[w] = Math.exp(row[w] - max)
    for (let w = 0; w < W; w++) {
      const weight = row[w] / total
      if (weight === 0) continue
      for (let e = 0; e < E; e++) out[t * E + e] += weight * v.data[(t + w - r) * E + e]
    }
  }
  return { shape: [T, E], data: out }
}
