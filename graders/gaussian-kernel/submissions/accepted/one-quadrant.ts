// The kernel is the same in all quadrants: weights by their distances from the middle, looked up.
export function gaussianKernel(ksize: number, sigma: number) {
  const r = (ksize - 1) / 2
  const side = Array.from({ length: r + 1 }, (_, d) => Math.exp(-0.5 * (d / sigma) ** 2))
  const total = (2 * side.reduce((a, b) => a + b, 0) - 1) ** 2
  const data = new Float64Array(ksize * ksize)
  for (let i = 0; i < data.length; i++) {
    data[i] = (side[Math.abs(Math.floor(i / ksize) - r)] * side[Math.abs((i % ksize) - r)]) / total
  }
  return { shape: [ksize, ksize], data }
}
