// Back through each step of the forward pass, as the paper has it.
type Nd = { shape: readonly number[]; data: Float32Array }

export function batchNormBackward(gradOut: Nd, x: Nd, gamma: Nd, eps: number) {
  const [N, D] = x.shape
  const dx = new Float32Array(N * D)
  const dgamma = new Float32Array(D)
  const dbeta = new Float32Array(D)
  for (let d = 0; d < D; d++) {
    let mu = 0
    for (let n = 0; n < N; n++) mu += x.data[n * D + d] / N
    let variance = 0
    for (let n = 0; n < N; n++) variance += (x.data[n * D + d] - mu) ** 2 / N
    const invStd = (variance + eps) ** -0.5
    let dvar = 0
    let dmu = 0
    let sumG = 0
    let sumGx = 0
    for (let n = 0; n < N; n++) {
      const g = gradOut.data[n * D + d]
      const centred = x.data[n * D + d] - mu
      sumG += g
      sumGx += g * centred * invStd
      const dxhat = g * gamma.data[d]
      dvar += dxhat * centred * -0.5 * invStd ** 3
      dmu -= dxhat * invStd
    }
    dbeta[d] = sumG
    dgamma[d] = sumGx
    for (let n = 0; n < N; n++) {
      const at = n * D + d
      dx[at] = gradOut.data[at] * gamma.data[d] * invStd + (dvar * 2 * (x.data[at] - mu)) / N + dmu / N
    }
  }
  return { x: { shape: x.shape, data: dx }, gamma: { shape: [D], data: dgamma }, beta: { shape: [D], data: dbeta } }
}
