// diagnosis: blocks-averaged
type Matrix = { shape: readonly number[]; data: Float32Array }

export function onlineSoftmaxAttention(q: Matrix, k: Matrix, v: Matrix, block: number) {
  const [T, D] = q.shape
  const [S, E] = v.shape
  const blocks = Math.ceil(S / block)
  const out = new Float32Array(T * E)
  for (let t = 0; t < T; t++) {
    for (let start = 0; start < S; start += block) {
      const end = Math.min(S, start + block)
      const scores: number[] = []
      for (let s = start; s < end; s++) {
        let dot = 0
        for (let d = 0; d < D; d++) dot += q.data[t * D + d] * k.data[s * D + d]
        scores.push(dot / Math.sqrt(D))
      }
      const max = Math.max(...scores)
      const exps = scores.map((score) => Math.exp(score - max))
      const total = exps.reduce((a, b) => a + b, 0)
      exps.forEach((weight, i) => {
        for (let e = 0; e < E; e++) out[t * E + e] += ((weight / total) * v.data[(start + i) * E + e]) / blocks
      })
    }
  }
  return { shape: [T, E], data: out }
}
