import type { Nd } from '#kit'

/** As cv2.GaussianBlur: the rows with a 1-D kernel, then the columns of what comes out; the border is reflect-101. */
export function gaussianFilter(image: Nd<'f32'>, ksize: number, sigma: number): Nd<'f32'> {
  const [height, width] = image.shape as [number, number]
  const radius = (ksize - 1) / 2
  const kernel = gaussianKernel(radius, sigma)
  const columns = mirrored(width, radius)
  const rows = mirrored(height, radius)
  const data = new Float32Array(height * width)
  const across = new Float64Array(height * width)
  const padded = new Float64Array(width + 2 * radius)
  for (let y = 0; y < height; y++) {
    const line = image.data.subarray(y * width, (y + 1) * width)
    for (let x = 0; x < padded.length; x++) padded[x] = line[columns[x] as number] as number
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let at = 0; at < ksize; at++) sum += (kernel[at] as number) * (padded[x + at] as number)
      across[y * width + x] = sum
    }
  }
  const sums = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let at = 0; at < ksize; at++) {
      const start = (rows[y + at] as number) * width
      const weight = kernel[at] as number
      for (let x = 0; x < width; x++) sums[x] = (sums[x] as number) + weight * (across[start + x] as number)
    }
    data.set(sums, y * width)
  }
  return { shape: image.shape, data }
}

function gaussianKernel(radius: number, sigma: number): Float64Array {
  const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, at) =>
    Math.exp(-((at - radius) ** 2) / (2 * sigma ** 2)),
  )
  const sum = weights.reduce((total, weight) => total + weight)
  return weights.map((weight) => weight / sum)
}

/** The indices from -radius on, mirrored about the outermost ones without repeating them, as often as it takes. */
function mirrored(length: number, radius: number): Int32Array {
  const period = Math.max(2 * (length - 1), 1)
  return Int32Array.from({ length: length + 2 * radius }, (_, at) => {
    const folded = (((at - radius) % period) + period) % period
    return folded < length ? folded : period - folded
  })
}
