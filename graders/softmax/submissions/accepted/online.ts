// Maximum and sum in one pass, the probabilities in a second.
type Matrix = { shape: readonly number[]; data: Float32Array }

export function softmax({ shape, data }: Matrix) {
  const [N, D] = shape
  const out = new Float32Array(N * D)
  for (let n = 0; n < N; n++) {
    let max = -Infinity
    let sum = 0
    for (let j = n * D; j < (n + 1) * D; j++) {
      const next = Math.max(max, data[j])
      sum = sum * Math.exp(max - next) + Math.exp(data[j] - next)
      max = next
    }
    for (let j = n * D; j < (n + 1) * D; j++) out[j] = Math.exp(data[j] - max) / sum
  }
  return { shape, data: out }
}
