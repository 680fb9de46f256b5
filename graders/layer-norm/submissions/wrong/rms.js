// diagnosis: variance-about-zero+mean-not-subtracted
export function layerNorm({ shape, data }, gamma, beta, eps) {
  const D = shape[1]
  const out = new Float32Array(data.length)
  for (let start = 0; start < data.length; start += D) {
    const row = Array.from(data.slice(start, start + D))
    const root = Math.sqrt(row.reduce((sum, v) => sum + v * v, 0) / D + eps)
    row.forEach((v, d) => {
      out[start + d] = (gamma.data[d] * v) / root + beta.data[d]
    })
  }
  return { shape, data: out }
}
