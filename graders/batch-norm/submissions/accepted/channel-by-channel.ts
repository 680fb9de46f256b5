// Welford's running mean and sum of squares, one channel after another.
type Nd = { shape: readonly number[]; data: Float32Array }

export function batchNorm(x: Nd, gamma: Nd, beta: Nd, runningMean: Nd, runningVar: Nd, training: boolean, momentum: number, eps: number) {
  const [N, C, H, W] = x.shape
  const out = new Float32Array(x.data.length)
  const rm = Float32Array.from(runningMean.data)
  const rv = Float32Array.from(runningVar.data)
  for (let c = 0; c < C; c++) {
    let mean = rm[c]
    let variance = rv[c]
    if (training) {
      let count = 0
      let m2 = 0
      mean = 0
      for (let n = 0; n < N; n++) {
        const start = (n * C + c) * H * W
        for (let i = start; i < start + H * W; i++) {
          count++
          const delta = x.data[i] - mean
          mean += delta / count
          m2 += delta * (x.data[i] - mean)
        }
      }
      variance = m2 / count
      rm[c] += momentum * (mean - rm[c])
      rv[c] += momentum * (m2 / (count - 1) - rv[c])
    }
    const invStd = 1 / Math.sqrt(variance + eps)
    for (let n = 0; n < N; n++) {
      const start = (n * C + c) * H * W
      for (let i = start; i < start + H * W; i++) out[i] = gamma.data[c] * (x.data[i] - mean) * invStd + beta.data[c]
    }
  }
  return {
    y: { shape: x.shape, data: out },
    runningMean: { shape: [C], data: rm },
    runningVar: { shape: [C], data: rv },
  }
}
