// Each weight by its distance, then the sum of all.
export function gaussianKernel(ksize: number, sigma: number) {
  const half = Math.floor(ksize / 2)
  const kernel: number[] = []
  for (let y = -half; y <= half; y++) {
    for (let x = -half; x <= half; x++) kernel.push(Math.exp(-(x * x + y * y) / (2 * sigma * sigma)))
  }
  let sum = 0
  for (const weight of kernel) sum += weight
  return { shape: [ksize, ksize], data: Float64Array.from(kernel, (weight) => weight / sum) }
}
