// diagnosis: window-shifted-inwards
export function localAttention(q, k, v, radius) {
  const [T, D] = q.shape
  const E = v.shape[1]
  const width = Math.min(T, 2 * radius + 1)
  const out = new Float32Array(T * E)
  for (let t = 0; t < T; t++) {
    const first = Math.max(0, Math.min(t - radius, T - width))
    const scores = []
    for (let s = first; s < first + width; s++) {
      let dot = 0
      for (let d = 0; d < D; d++) dot += q.data[t * D + d] * k.data[s * D + d]
      scores.push(dot / Math.sqrt(D))
    }
    const max = Math.max(...scores)
    const exps = scores.map((score) => Math.exp(score - max))
    const total = exps.reduce((a, b) => a + b, 0)
    exps.forEach((weight, i) => {
      for (let e = 0; e < E; e++) out[t * E + e] += (weight / total) * v.data[(first + i) * E + e]
    })
  }
  return { shape: [T, E], data: out }
}
