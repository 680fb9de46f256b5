// One query at a time: all its scores, their maximum, then the sums. S numbers at once.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function onlineSoftmaxAttention(q: Matrix, k: Matrix, v: Matrix, _block: number) {
  const [T, D] = q.shape
  const [S, E] = v.shape
  const data = new Float32Array(T * E)
  const row = new Float64Array(S)
  for (let t = 0; t < T; t++) {
    const query = q.data.subarray(t * D, t * D + D)
    let max = -Infinity
    for (let s = 0; s < S; s++) {
      let dot = 0
      for (let d = 0; d < D; d++) dot += query[d] * k.data[s * D + d]
      row[s] = dot / Math.sqrt(D)
      if (row[s] > max) max = row[s]
    }
    let total = 0
    for (let s = 0; s < S; s++) total += row[s] = Math.exp(row[s] - max)
    for (let s = 0; s < S; s++)
      for (let e = 0; e < E; e++) data[t * E + e] += (row[s] / total) * v.data[s * E + e]
  }
  return { shape: [T, E], data }
}
