// One sample after another: its log-probabilities first, then loss and gradient from them.
type Matrix = { shape: readonly number[]; data: Float32Array }

function logSoftmax(z: Float32Array): number[] {
  let m = z[0]
  for (const v of z) if (v > m) m = v
  let sum = 0
  for (const v of z) sum += Math.exp(v - m)
  const lse = m + Math.log(sum)
  return Array.from(z, (v) => v - lse)
}

export function crossEntropy(logits: Matrix, labels: { shape: readonly number[]; data: Int32Array }) {
  const [n, c] = logits.shape
  const grad = new Float32Array(n * c)
  let loss = 0
  for (let i = 0; i < n; i++) {
    const logP = logSoftmax(logits.data.subarray(i * c, i * c + c))
    const y = labels.data[i]
    loss -= logP[y]
    logP.forEach((v, k) => {
      grad[i * c + k] = Math.exp(v) / n
    })
    grad[i * c + y] -= 1 / n
  }
  return { loss: loss / n, grad: { shape: [n, c], data: grad } }
}
