// diagnosis: density-factor
export function gaussianKernel(ksize: number, sigma: number) {
  const r = (ksize - 1) / 2
  const data = new Float64Array(ksize * ksize)
  for (let y = -r; y <= r; y++) {
    for (let x = -r; x <= r; x++) {
      const density = Math.exp(-(x * x + y * y) / (2 * sigma * sigma)) / (2 * Math.PI * sigma * sigma)
      data[(y + r) * ksize + x + r] = density
    }
  }
  return { shape: [ksize, ksize], data }
}
