import type { Nd } from '#kit'

/** Softmax attention with a running maximum and two running sums for a query (Milakov and Gimelshein 2018): memory O(block). */
export function onlineSoftmaxAttention(q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>, block: number): Nd<'f32'> {
  const [queries, width] = q.shape as [number, number]
  const [keys, depth] = v.shape as [number, number]
  const out = new Float32Array(queries * depth)
  const scores = new Float64Array(block)
  const sums = new Float64Array(depth)
  for (let t = 0; t < queries; t++) {
    let [highest, total] = [Number.NEGATIVE_INFINITY, 0]
    sums.fill(0)
    for (let start = 0; start < keys; start += block) {
      const count = Math.min(block, keys - start)
      const before = highest
      for (let at = 0; at < count; at++) {
        const score = dot(q.data, t * width, k.data, (start + at) * width, width) / Math.sqrt(width)
        scores[at] = score
        highest = Math.max(highest, score)
      }
      const shrink = Math.exp(before - highest)
      total *= shrink
      for (let e = 0; e < depth; e++) sums[e] = (sums[e] as number) * shrink
      for (let at = 0; at < count; at++) {
        const weight = Math.exp((scores[at] as number) - highest)
        const value = (start + at) * depth
        total += weight
        for (let e = 0; e < depth; e++) sums[e] = (sums[e] as number) + weight * (v.data[value + e] as number)
      }
    }
    if (keys > 0) for (let e = 0; e < depth; e++) out[t * depth + e] = (sums[e] as number) / total
  }
  return { shape: [queries, depth], data: out }
}

function dot(a: Float32Array, aStart: number, b: Float32Array, bStart: number, width: number): number {
  let sum = 0
  for (let d = 0; d < width; d++) sum += (a[aStart + d] as number) * (b[bStart + d] as number)
  return sum
}
