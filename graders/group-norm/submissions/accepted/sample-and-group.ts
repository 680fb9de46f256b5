// Samples and groups in loops, Welford's update within a group.
type Nd = { shape: readonly number[]; data: Float32Array }

export function groupNorm(x: Nd, groups: number, gamma: Nd, beta: Nd, eps: number) {
  const [N, C, H, W] = x.shape
  const perGroup = C / groups
  const out = new Float32Array(x.data.length)
  for (let n = 0; n < N; n++) {
    for (let g = 0; g < groups; g++) {
      let count = 0
      let mean = 0
      let m2 = 0
      for (let c = g * perGroup; c < (g + 1) * perGroup; c++) {
        for (let i = 0; i < H * W; i++) {
          const value = x.data[(n * C + c) * H * W + i]
          const delta = value - mean
          mean += delta / ++count
          m2 += delta * (value - mean)
        }
      }
      const inv = 1 / Math.sqrt(m2 / count + eps)
      for (let c = g * perGroup; c < (g + 1) * perGroup; c++) {
        for (let i = 0; i < H * W; i++) {
          const at = (n * C + c) * H * W + i
          out[at] = (x.data[at] - mean) * inv * gamma.data[c] + beta.data[c]
        }
      }
    }
  }
  return { shape: x.shape, data: out }
}
