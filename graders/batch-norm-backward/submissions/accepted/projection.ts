// The Jacobian as a projection: g loses its components along the vector of ones and along x̂.
type Nd = { shape: readonly number[]; data: Float32Array }

const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0)
const mean = (a: number[]) => dot(a, a.map(() => 1)) / a.length

export function batchNormBackward(gradOut: Nd, x: Nd, gamma: Nd, eps: number) {
  const [n, d] = x.shape
  const column = (array: Nd, k: number) => Array.from({ length: n }, (_, i) => array.data[i * d + k])
  const result = { x: new Float32Array(n * d), gamma: new Float32Array(d), beta: new Float32Array(d) }
  for (let k = 0; k < d; k++) {
    const values = column(x, k)
    const g = column(gradOut, k)
    const centred = values.map((v) => v - mean(values))
    const sd = Math.sqrt(dot(centred, centred) / n + eps)
    const unit = centred.map((v) => v / sd)
    const level = mean(g)
    const share = dot(g, unit) / n
    result.gamma[k] = share * n
    result.beta[k] = level * n
    g.forEach((v, i) => { result.x[i * d + k] = (gamma.data[k] / sd) * (v - level - share * unit[i]) })
  }
  return {
    x: { shape: [n, d], data: result.x },
    gamma: { shape: [d], data: result.gamma },
    beta: { shape: [d], data: result.beta },
  }
}
