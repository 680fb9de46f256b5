// In bits, and then in nats.
export function klDivergence(p: { data: Float64Array }, q: { data: Float64Array }): number {
  let bits = 0
  for (let i = 0; i < p.data.length; i++) {
    if (p.data[i] === 0) continue
    if (q.data[i] === 0) return Infinity
    bits += p.data[i] * Math.log2(p.data[i] / q.data[i])
  }
  return bits * Math.LN2
}
