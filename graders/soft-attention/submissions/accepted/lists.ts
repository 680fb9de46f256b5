// Lists of rows; a large negative score hides a key, and a row that sees nothing is set to zeros by hand.
type Nd = { shape: readonly number[]; data: Float32Array | Uint8Array }

export function softAttention(q: Nd, k: Nd, v: Nd, mask: Nd) {
  const rows = ({ shape: [n, width], data }: Nd) =>
    Array.from({ length: n }, (_, i) => Array.from(data.subarray(i * width, (i + 1) * width)))
  const [queries, keys, values, seen] = [q, k, v, mask].map(rows)
  const result = queries.map((query, t) => {
    if (!seen[t].includes(1)) return values[0].map(() => 0)
    const scores = keys.map((key, s) =>
      seen[t][s] ? key.reduce((sum, x, d) => sum + x * query[d], 0) / query.length ** 0.5 : -1e30,
    )
    const max = Math.max(...scores)
    const exps = scores.map((score) => Math.exp(score - max))
    const total = exps.reduce((a, b) => a + b)
    return values[0].map((_, e) => exps.reduce((sum, w, s) => sum + w * values[s][e], 0) / total)
  })
  return { shape: [queries.length, v.shape[1]], data: Float32Array.from(result.flat()) }
}
