import type { Nd } from '#kit'

/** As scaled_dot_product_attention: softmax(q kᵀ / sqrt(D)) v over the visible keys; a query that sees none gets zeros. */
export function softAttention(q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>, mask: Nd<'u8'>): Nd<'f32'> {
  const [queries, width] = q.shape as [number, number]
  const [keys, depth] = v.shape as [number, number]
  const out = new Float32Array(queries * depth)
  for (let t = 0; t < queries; t++) {
    const visible = Array.from({ length: keys }, (_, s) => s).filter((s) => mask.data[t * keys + s] === 1)
    const scores = visible.map((s) => dot(q.data, t * width, k.data, s * width, width) / Math.sqrt(width))
    const highest = Math.max(...scores)
    const weights = scores.map((score) => Math.exp(score - highest))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const sums = new Float64Array(depth)
    for (const [at, s] of visible.entries()) {
      for (let e = 0; e < depth; e++)
        sums[e] = (sums[e] as number) + (weights[at] as number) * (v.data[s * depth + e] as number)
    }
    if (visible.length > 0)
      out.set(
        sums.map((sum) => sum / total),
        t * depth,
      )
  }
  return { shape: [queries, depth], data: out }
}

function dot(a: Float32Array, aStart: number, b: Float32Array, bStart: number, width: number): number {
  let sum = 0
  for (let d = 0; d < width; d++) sum += (a[aStart + d] as number) * (b[bStart + d] as number)
  return sum
}
