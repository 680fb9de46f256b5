// diagnosis: border-replicate+weights-added
export function bilateralFilter({ shape, data }, radius, sigmaColor, sigmaSpace) {
  const [h, w] = shape
  const gauss = (x, sigma) => Math.exp(-(x * x) / (2 * sigma * sigma))
  const clamp = (i, n) => Math.min(Math.max(i, 0), n - 1)
  const out = new Float32Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let total = 0
      let norm = 0
      for (let dy = -radius; dy <= radius; dy++) {
        for (let dx = -radius; dx <= radius; dx++) {
          const value = data[clamp(y + dy, h) * w + clamp(x + dx, w)]
          const weight = gauss(Math.hypot(dx, dy), sigmaSpace) + gauss(value - data[y * w + x], sigmaColor)
          total += weight * value
          norm += weight
        }
      }
      out[y * w + x] = total / norm
    }
  }
  return { shape, data: out }
}
