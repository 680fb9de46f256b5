// The smoothed targets written out, and a sum over the classes.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function labelSmoothing(logits: Matrix, labels: { shape: readonly number[]; data: Int32Array }, epsilon: number) {
  const [n, c] = logits.shape
  let total = 0
  for (let i = 0; i < n; i++) {
    const z = Array.from(logits.data.slice(i * c, (i + 1) * c))
    const m = Math.max(...z)
    const lse = m + Math.log(z.reduce((sum, v) => sum + Math.exp(v - m), 0))
    for (let k = 0; k < c; k++) {
      const target = (k === labels.data[i] ? 1 - epsilon : 0) + epsilon / c
      total += target * (lse - z[k])
    }
  }
  return total / n
}
