// Statistics of all groups in two sweeps, then one affine map for each sample and channel.
type Nd = { shape: readonly number[]; data: Float32Array }

export function groupNorm(x: Nd, groups: number, gamma: Nd, beta: Nd, eps: number) {
  const [n, c, h, w] = x.shape
  const size = (c / groups) * h * w
  const mean = new Float64Array(n * groups)
  const variance = new Float64Array(n * groups)
  x.data.forEach((v, at) => { mean[Math.floor(at / size)] += v / size })
  x.data.forEach((v, at) => {
    const g = Math.floor(at / size)
    variance[g] += (v - mean[g]) ** 2 / size
  })
  const data = x.data.map((v, at) => {
    const g = Math.floor(at / size)
    const k = Math.floor(at / (h * w)) % c
    const scale = gamma.data[k] / Math.sqrt(variance[g] + eps)
    return scale * v + (beta.data[k] - scale * mean[g])
  })
  return { shape: [n, c, h, w], data }
}
