import type { Nd } from '#kit'

/** The outer product of a 1-D kernel with itself, as cv2.getGaussianKernel makes it: sampled at whole distances and divided by its sum. */
export function gaussianKernel(ksize: number, sigma: number): Nd<'f64'> {
  const middle = (ksize - 1) / 2
  const weights = Float64Array.from({ length: ksize }, (_, at) =>
    Math.exp(-((at - middle) ** 2) / (2 * sigma ** 2)),
  )
  const sum = weights.reduce((total, weight) => total + weight)
  const data = new Float64Array(ksize * ksize)
  weights.forEach((down, row) => {
    weights.forEach((across, column) => {
      data[row * ksize + column] = (down / sum) * (across / sum)
    })
  })
  return { shape: [ksize, ksize], data }
}
