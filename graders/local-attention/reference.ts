import type { Nd } from '#kit'

/** Attention of each position to those at most `radius` away: only the scores in that band are computed, O(T radius D). */
export function localAttention(q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>, radius: number): Nd<'f32'> {
  const [length, width] = q.shape as [number, number]
  const depth = v.shape[1] as number
  const out = new Float32Array(length * depth)
  const weights = new Float64Array(length)
  const sums = new Float64Array(depth)
  for (let t = 0; t < length; t++) {
    const first = Math.max(0, t - radius)
    const count = Math.min(length, t + radius + 1) - first
    let highest = Number.NEGATIVE_INFINITY
    for (let at = 0; at < count; at++) {
      let dot = 0
      const key = (first + at) * width
      for (let d = 0; d < width; d++) dot += (q.data[t * width + d] as number) * (k.data[key + d] as number)
      const score = dot / Math.sqrt(width)
      weights[at] = score
      highest = Math.max(highest, score)
    }
    let total = 0
    sums.fill(0)
    for (let at = 0; at < count; at++) {
      const weight = Math.exp((weights[at] as number) - highest)
      const value = (first + at) * depth
      total += weight
      for (let e = 0; e < depth; e++) sums[e] = (sums[e] as number) + weight * (v.data[value + e] as number)
    }
    for (let e = 0; e < depth; e++) out[t * depth + e] = (sums[e] as number) / total
  }
  return { shape: [length, depth], data: out }
}
