// Two branches, one for each sign of the logit, share one exponential.
type Vector = { shape: readonly number[]; data: Float32Array }

export function bceWithLogits(logits: Vector, targets: Vector) {
  const n = logits.data.length
  const grad = new Float32Array(n)
  let sum = 0
  for (let i = 0; i < n; i++) {
    const x = logits.data[i]
    const t = targets.data[i]
    if (x >= 0) {
      const e = Math.exp(-x)
      sum += (1 - t) * x + Math.log1p(e)
      grad[i] = (1 / (1 + e) - t) / n
    } else {
      const e = Math.exp(x)
      sum += -t * x + Math.log1p(e)
      grad[i] = (e / (1 + e) - t) / n
    }
  }
  return { loss: sum / n, grad: { shape: [n], data: grad } }
}
