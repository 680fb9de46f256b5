// Mean and variance in one pass, as Welford has it.
type Array1 = { shape: readonly number[]; data: Float32Array }

export function layerNorm(x: Array1, gamma: Array1, beta: Array1, eps: number) {
  const [N, D] = x.shape
  const data = new Float32Array(N * D)
  for (let n = 0; n < N; n++) {
    let mean = 0
    let squares = 0
    for (let d = 0; d < D; d++) {
      const value = x.data[n * D + d]
      const step = value - mean
      mean += step / (d + 1)
      squares += step * (value - mean)
    }
    const scale = 1 / Math.sqrt(squares / D + eps)
    for (let d = 0; d < D; d++) data[n * D + d] = (x.data[n * D + d] - mean) * scale * gamma.data[d] + beta.data[d]
  }
  return { shape: [N, D], data }
}
