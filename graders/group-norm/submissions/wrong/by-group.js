// diagnosis: gamma-by-group
export function groupNorm(x, groups, gamma, beta, eps) {
  const [n, c, h, w] = x.shape
  const size = (c / groups) * h * w
  const y = new Float32Array(x.data.length)
  for (let g = 0; g < n * groups; g++) {
    const values = [...x.data.slice(g * size, (g + 1) * size)]
    const mean = values.reduce((a, b) => a + b, 0) / size
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / size
    values.forEach((v, i) => {
      y[g * size + i] = (gamma.data[g % groups] * (v - mean)) / Math.sqrt(variance + eps) + beta.data[g % groups]
    })
  }
  return { shape: x.shape, data: y }
}
