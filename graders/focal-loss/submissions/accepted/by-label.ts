// Positives and negatives apart, each with its own formula.
type Vector = { shape: readonly number[]; data: Float32Array }

const sigmoid = (x: number) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)))
const softplus = (x: number) => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))

export function focalLoss(logits: Vector, targets: Vector, alpha: number, gamma: number) {
  const n = logits.data.length
  const grad = new Float32Array(n)
  const [positive, negative] = alpha < 0 ? [1, 1] : [alpha, 1 - alpha]
  let total = 0
  for (let i = 0; i < n; i++) {
    const x = logits.data[i]
    const p = sigmoid(x)
    const q = sigmoid(-x)
    if (targets.data[i] === 1) {
      const ce = softplus(-x)
      total += positive * Math.pow(q, gamma) * ce
      grad[i] = (-positive * Math.pow(q, gamma) * (q + gamma * p * ce)) / n
    } else {
      const ce = softplus(x)
      total += negative * Math.pow(p, gamma) * ce
      grad[i] = (negative * Math.pow(p, gamma) * (p + gamma * q * ce)) / n
    }
  }
  return { loss: total / n, grad: { shape: [n], data: grad } }
}
