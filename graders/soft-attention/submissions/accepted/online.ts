// One pass over the keys: the sums are rescaled whenever a larger score comes.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function softAttention(q: Matrix, k: Matrix, v: Matrix, mask: { shape: readonly number[]; data: Uint8Array }) {
  const [T, D] = q.shape
  const [S, E] = v.shape
  const out = new Float32Array(T * E)
  for (let t = 0; t < T; t++) {
    let max = -Infinity
    let total = 0
    const sums = new Array(E).fill(0)
    for (let s = 0; s < S; s++) {
      if (mask.data[t * S + s] === 0) continue
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
    for (let e = 0; e < E; e++) out[t * E + e] = total === 0 ? 0 : sums[e] / total
  }
  return { shape: [T, E], data: out }
}
