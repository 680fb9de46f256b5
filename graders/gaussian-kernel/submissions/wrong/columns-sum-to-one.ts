// diagnosis: columns-divided-by-their-sums
export function gaussianKernel(ksize: number, sigma: number) {
  const r = (ksize - 1) / 2
  const data = new Float64Array(ksize * ksize)
  for (let x = 0; x < ksize; x++) {
    let sum = 0
    for (let y = 0; y < ksize; y++) {
      data[y * ksize + x] = Math.exp(-((y - r) ** 2 + (x - r) ** 2) / (2 * sigma * sigma))
      sum += data[y * ksize + x]
    }
    for (let y = 0; y < ksize; y++) data[y * ksize + x] /= sum
  }
  return { shape: [ksize, ksize], data }
}
