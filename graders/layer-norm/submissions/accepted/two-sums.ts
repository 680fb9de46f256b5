// Mean of squares minus square of mean: in double precision, on these values, that is exact enough.
type Array1 = { shape: readonly number[]; data: Float32Array }

export function layerNorm({ shape, data }: Array1, gamma: Array1, beta: Array1, eps: number) {
  const D = shape[1]
  const out = new Float32Array(data.length)
  for (let start = 0; start < data.length; start += D) {
    const row = Array.from(data.slice(start, start + D))
    const mean = row.reduce((sum, v) => sum + v, 0) / D
    const variance = row.reduce((sum, v) => sum + v * v, 0) / D - mean * mean
    const root = Math.sqrt(Math.max(variance, 0) + eps)
    row.forEach((v, d) => {
      out[start + d] = (gamma.data[d] * (v - mean)) / root + beta.data[d]
    })
  }
  return { shape, data: out }
}
