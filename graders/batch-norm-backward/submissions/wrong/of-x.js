// diagnosis: gamma-gradient-of-x+gamma-missing
export function batchNormBackward(gradOut, x, gamma, eps) {
  const [n, d] = x.shape
  const dx = new Float32Array(n * d)
  const dgamma = new Float32Array(d)
  const dbeta = new Float32Array(d)
  for (let k = 0; k < d; k++) {
    const rows = Array.from({ length: n }, (_, i) => i * d + k)
    const avg = (f) => rows.reduce((sum, at) => sum + f(at), 0) / n
    const mu = avg((at) => x.data[at])
    const std = Math.sqrt(avg((at) => (x.data[at] - mu) ** 2) + eps)
    const xhat = (at) => (x.data[at] - mu) / std
    const g = (at) => gradOut.data[at]
    dbeta[k] = n * avg(g)
    dgamma[k] = n * avg((at) => g(at) * x.data[at])
    const gx = avg((at) => g(at) * xhat(at))
    for (const at of rows) dx[at] = (g(at) - avg(g) - xhat(at) * gx) / std
  }
  return { x: { shape: [n, d], data: dx }, gamma: { shape: [d], data: dgamma }, beta: { shape: [d], data: dbeta } }
}
