// A matrix of scores for each head; hidden scores are minus infinity.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function multiHeadAttention(
  x: Matrix,
  wq: Matrix,
  wk: Matrix,
  wv: Matrix,
  wo: Matrix,
  heads: number,
  causal: boolean,
) {
  const [T, D] = x.shape
  const d = D / heads
  const project = (rows: Float32Array | Float64Array, { data: w }: Matrix) => {
    const y = new Float64Array(T * D)
    for (let t = 0; t < T; t++)
      for (let i = 0; i < D; i++) for (let j = 0; j < D; j++) y[t * D + i] += rows[t * D + j] * w[i * D + j]
    return y
  }
  const q = project(x.data, wq)
  const k = project(x.data, wk)
  const v = project(x.data, wv)
  const concat = new Float64Array(T * D)
  const scores = new Float64Array(T * T)
  for (let h = 0; h < heads; h++) {
    scores.fill(-Infinity)
    for (let t = 0; t < T; t++) {
      const row = scores.subarray(t * T, t * T + T)
      let max = -Infinity
      for (let s = 0; s < T; s++) {
        if (causal && s > t) break
        let dot = 0
        for (let j = h * d; j < h * d + d; j++) dot += q[t * D + j] * k[s * D + j]
        row[s] = dot / Math.sqrt(d)
        if (row[s] > max) max = row[s]
      }
      let total = 0
      for (let s = 0; s < T; s++) total += row[s] = Math.exp(row[s] - max)
      for (let s = 0; s < T; s++)
        for (let j = h * d; j < h * d + d; j++) concat[t * D + j] += (row[s] / total) * v[s * D + j]
    }
  }
  return { shape: [T, D], data: new Float32Array(project(concat, wo)) }
}
