// diagnosis: probability-clipped
type Vector = { shape: readonly number[]; data: Float32Array }

const EPS = 1e-7

export function bceWithLogits(logits: Vector, targets: Vector) {
  const n = logits.data.length
  const p = Array.from(logits.data, (x) => 1 / (1 + Math.exp(-x)))
  let loss = 0
  for (let i = 0; i < n; i++) {
    const q = Math.min(Math.max(p[i], EPS), 1 - EPS)
    loss -= targets.data[i] * Math.log(q) + (1 - targets.data[i]) * Math.log(1 - q)
  }
  return { loss: loss / n, grad: { shape: [n], data: Float32Array.from(p, (v, i) => (v - targets.data[i]) / n) } }
}
