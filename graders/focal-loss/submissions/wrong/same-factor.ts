// diagnosis: one-minus-p-for-both
type Vector = { shape: readonly number[]; data: Float32Array }

export function focalLoss(logits: Vector, targets: Vector, alpha: number, gamma: number) {
  const n = logits.data.length
  let loss = 0
  const grad = logits.data.map((x, i) => {
    const y = targets.data[i]
    const p = 1 / (1 + Math.exp(-x))
    const bce = Math.max(x, 0) - x * y + Math.log1p(Math.exp(-Math.abs(x)))
    const weight = (alpha < 0 ? 1 : y ? alpha : 1 - alpha) * (1 - p) ** gamma
    loss += (weight * bce) / n
    return (weight * (p - y - gamma * p * bce)) / n
  })
  return { loss, grad: { shape: [n], data: grad } }
}
