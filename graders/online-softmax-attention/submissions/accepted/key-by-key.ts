// Blocks of one key: the sums are rescaled whenever a larger score comes.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function onlineSoftmaxAttention(q: Matrix, k: Matrix, v: Matrix, _block: number) {
  const [T, D] = q.shape
  const [S, E] = v.shape
  const out = new Float32Array(T * E)
  const sums = new Float64Array(E)
  for (let t = 0; t < T; t++) {
    let max = -Infinity
    let total = 0
    sums.fill(0)
    for (let s = 0; s < S; s++) {
      let score = 0
      for (let d = 0; d < D; d++) score += q.data[t * D + d] * k.data[s * D + d]
      score /= Math.sqrt(D)
      if (score > max) {
        const shrink = Math.exp(max - score)
        total *= shrink
        for (let e = 0; e < E; e++) sums[e] *= shrink
        max = score
      }
      const weight = Math.exp(score - max)
      total += weight
      for (let e = 0; e < E; e++) sums[e] += weight * v.data[s * E + e]
    }
    for (let e = 0; e < E; e++) out[t * E + e] = S === 0 ? 0 : sums[e] / total
  }
  return { shape: [T, E], data: out }
}
