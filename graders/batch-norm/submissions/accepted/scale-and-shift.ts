// All statistics in one sweep over the array, then one affine map for each channel.
type Nd = { shape: readonly number[]; data: Float32Array }

export function batchNorm(x: Nd, gamma: Nd, beta: Nd, runningMean: Nd, runningVar: Nd, training: boolean, momentum: number, eps: number) {
  const C = x.shape[1]
  const plane = x.shape[2] * x.shape[3]
  const channel = (at: number) => Math.floor(at / plane) % C
  let mean = Array.from(runningMean.data)
  let variance = Array.from(runningVar.data)
  const result = { runningMean: runningMean.data.slice(), runningVar: runningVar.data.slice() }
  if (training) {
    const m = x.data.length / C
    mean = new Array(C).fill(0)
    variance = new Array(C).fill(0)
    x.data.forEach((v, at) => { mean[channel(at)] += v / m })
    x.data.forEach((v, at) => { variance[channel(at)] += (v - mean[channel(at)]) ** 2 / m })
    for (let c = 0; c < C; c++) {
      result.runningMean[c] = result.runningMean[c] * (1 - momentum) + mean[c] * momentum
      result.runningVar[c] = result.runningVar[c] * (1 - momentum) + variance[c] * momentum * (m / (m - 1))
    }
  }
  const scale = mean.map((_, c) => gamma.data[c] / Math.sqrt(variance[c] + eps))
  const shift = mean.map((mu, c) => beta.data[c] - mu * scale[c])
  return {
    y: { shape: x.shape, data: x.data.map((v, at) => v * scale[channel(at)] + shift[channel(at)]) },
    runningMean: { shape: [C], data: result.runningMean },
    runningVar: { shape: [C], data: result.runningVar },
  }
}
