// One pass over the keys of each head: the sums are rescaled whenever a larger score comes.
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
  const linear = (rows: ArrayLike<number>, w: Float32Array) => {
    const y = new Float64Array(T * D)
    for (let t = 0; t < T; t++)
      for (let i = 0; i < D; i++) {
        let sum = 0
        for (let j = 0; j < D; j++) sum += rows[t * D + j] * w[i * D + j]
        y[t * D + i] = sum
      }
    return y
  }
  const [q, k, v] = [wq, wk, wv].map((w) => linear(x.data, w.data))
  const merged = new Float64Array(T * D)
  const sums = new Float64Array(d)
  for (let t = 0; t < T; t++) {
    for (let start = 0; start < D; start += d) {
      let max = -Infinity
      let total = 0
      sums.fill(0)
      for (let s = 0; s < (causal ? t + 1 : T); s++) {
        let score = 0
        for (let j = start; j < start + d; j++) score += q[t * D + j] * k[s * D + j]
        score /= Math.sqrt(d)
        if (score > max) {
          const shrink = Math.exp(max - score)
          total *= shrink
          for (let j = 0; j < d; j++) sums[j] *= shrink
          max = score
        }
        const weight = Math.exp(score - max)
        total += weight
        for (let j = 0; j < d; j++) sums[j] += weight * v[s * D + start + j]
      }
      for (let j = 0; j < d; j++) merged[t * D + start + j] = sums[j] / total
    }
  }
  return { shape: [T, D], data: Float32Array.from(linear(merged, wo.data)) }
}
