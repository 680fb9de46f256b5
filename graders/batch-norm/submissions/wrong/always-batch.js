// diagnosis: batch-statistics-in-inference
export function batchNorm(x, gamma, beta, runningMean, runningVar, training, momentum, eps) {
  const [N, C, H, W] = x.shape
  const m = N * H * W
  const y = new Float32Array(x.data.length)
  const rm = runningMean.data.slice()
  const rv = runningVar.data.slice()
  for (let c = 0; c < C; c++) {
    const indices = []
    for (let n = 0; n < N; n++) for (let i = 0; i < H * W; i++) indices.push((n * C + c) * H * W + i)
    const mean = indices.reduce((sum, i) => sum + x.data[i], 0) / m
    const variance = indices.reduce((sum, i) => sum + (x.data[i] - mean) ** 2, 0) / m
    if (training) {
      rm[c] = (1 - momentum) * rm[c] + momentum * mean
      rv[c] = (1 - momentum) * rv[c] + (momentum * variance * m) / (m - 1)
    }
    for (const i of indices) y[i] = (gamma.data[c] * (x.data[i] - mean)) / Math.sqrt(variance + eps) + beta.data[c]
  }
  return { y: { shape: x.shape, data: y }, runningMean: { shape: [C], data: rm }, runningVar: { shape: [C], data: rv } }
}
