// diagnosis: log-of-softmax
type Matrix = { shape: readonly number[]; data: Float32Array }

export function crossEntropy(logits: Matrix, labels: { shape: readonly number[]; data: Int32Array }) {
  const [n, c] = logits.shape
  const grad = new Float32Array(n * c)
  let loss = 0
  for (let i = 0; i < n; i++) {
    const row = logits.data.slice(i * c, (i + 1) * c)
    const max = Math.max(...row)
    const exps = Array.from(row, (z) => Math.exp(z - max))
    const sum = exps.reduce((a, b) => a + b, 0)
    const probs = exps.map((e) => e / sum)
    loss += -Math.log(probs[labels.data[i]])
    probs.forEach((p, k) => {
      grad[i * c + k] = (p - (k === labels.data[i] ? 1 : 0)) / n
    })
  }
  return { loss: loss / n, grad: { shape: [n, c], data: grad } }
}
