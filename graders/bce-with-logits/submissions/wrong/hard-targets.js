// diagnosis: targets-rounded
export function bceWithLogits(logits, targets) {
  const n = logits.data.length
  const grad = new Float32Array(n)
  let loss = 0
  logits.data.forEach((x, i) => {
    const isPositive = targets.data[i] > 0.5
    const u = isPositive ? x : -x
    loss += u > 0 ? Math.log1p(Math.exp(-u)) : -u + Math.log1p(Math.exp(u))
    grad[i] = (1 / (1 + Math.exp(-x)) - (isPositive ? 1 : 0)) / n
  })
  return { loss: loss / n, grad: { shape: [n], data: grad } }
}
