// Whole rows are added, each times its weight; then the rows by themselves. Single precision throughout.
type Image = { shape: readonly number[]; data: Float32Array }

export function gaussianFilter({ shape, data }: Image, ksize: number, sigma: number): Image {
  const [height, width] = shape
  const radius = (ksize - 1) / 2
  const kernel = new Float32Array(ksize).map((_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)))
  const total = kernel.reduce((a, b) => a + b, 0)
  const reflect = (i: number, n: number) => {
    const period = Math.max(1, 2 * n - 2)
    const j = Math.abs(i) % period
    return j < n ? j : period - j
  }
  const down = new Float32Array(data.length)
  const out = new Float32Array(data.length)
  for (let k = 0; k < ksize; k++) {
    const weight = kernel[k] / total
    for (let y = 0; y < height; y++) {
      const from = reflect(y + k - radius, height) * width
      for (let x = 0; x < width; x++) down[y * width + x] += weight * data[from + x]
    }
  }
  for (let k = 0; k < ksize; k++) {
    const weight = kernel[k] / total
    const columns = Int32Array.from({ length: width }, (_, x) => reflect(x + k - radius, width))
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) out[y * width + x] += weight * down[y * width + columns[x]]
    }
  }
  return { shape, data: out }
}
