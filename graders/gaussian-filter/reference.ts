import type { Nd } from '#kit'

/**
 * As cv2.GaussianBlur: the rows with a 1-D kernel, then the columns of what comes out; the border is reflect-101.
 * Sums are taken four at a time, so that a value is read once for all four.
 */
export function gaussianFilter(image: Nd<'f32'>, ksize: number, sigma: number): Nd<'f32'> {
  const [height, width] = image.shape as [number, number]
  const radius = (ksize - 1) / 2
  const weights = halfKernel(radius, sigma)
  // The last four of a line may reach three beyond it, here and below.
  const stride = width + 3
  const across = new Float32Array((height + 2 * radius + 3) * stride)
  blurRows(image, weights, across.subarray(radius * stride), stride)
  mirrored(height, radius).forEach((row, at) => {
    across.copyWithin(at * stride, (radius + row) * stride, (radius + row + 1) * stride)
  })
  const data = new Float32Array(height * width)
  for (let y = 0; y < height; y += 4) {
    const from = { values: across, start: (radius + y) * stride, step: stride }
    sumFours(weights, from, { values: data, start: y * width, step: width }, { count: width, hop: 1 })
  }
  return { shape: image.shape, data }
}

function blurRows(image: Nd<'f32'>, weights: Float64Array, across: Float32Array, stride: number): void {
  const [height, width] = image.shape as [number, number]
  const radius = weights.length - 1
  const columns = mirrored(width, radius)
  const padded = new Float32Array(columns.length + 3)
  for (let y = 0; y < height; y++) {
    const line = image.data.subarray(y * width, (y + 1) * width)
    padded.set(line, radius)
    for (let at = 0; at < radius; at++) {
      padded[at] = line[columns[at] as number] as number
      padded[radius + width + at] = line[columns[radius + width + at] as number] as number
    }
    const from = { values: padded, start: radius, step: 1 }
    sumFours(weights, from, { values: across, start: y * stride, step: 1 }, { count: width, hop: 4 })
  }
}

/** Values `step` apart. */
interface Line {
  readonly values: Float32Array
  readonly start: number
  readonly step: number
}

/**
 * For each `at`, `hop` apart, and i from 0 to 3: the sum of `weights[|d|] * values[start + at + (i + d) * step]`, d from -radius to radius.
 * The two values at one distance have one weight, and a step outwards moves all eight on by one: it reads the two outermost alone.
 */
function sumFours(
  weights: Float64Array,
  { values, start, step }: Line,
  to: Line,
  { count, hop }: { readonly count: number; readonly hop: number },
): void {
  const { length } = weights
  const middle = weights[0] as number
  for (let at = 0; at < count; at += hop) {
    let left = start + at
    let right = left + 3 * step
    let l0 = values[left] as number
    let l1 = values[left + step] as number
    let l2 = values[left + 2 * step] as number
    let l3 = values[right] as number
    let r0 = l0
    let r1 = l1
    let r2 = l2
    let r3 = l3
    let sum0 = middle * l0
    let sum1 = middle * l1
    let sum2 = middle * l2
    let sum3 = middle * l3
    for (let distance = 1; distance < length; distance++) {
      const weight = weights[distance] as number
      left -= step
      right += step
      l3 = l2
      l2 = l1
      l1 = l0
      l0 = values[left] as number
      r0 = r1
      r1 = r2
      r2 = r3
      r3 = values[right] as number
      sum0 += weight * (l0 + r0)
      sum1 += weight * (l1 + r1)
      sum2 += weight * (l2 + r2)
      sum3 += weight * (l3 + r3)
    }
    const place = to.start + at
    to.values[place] = sum0
    to.values[place + to.step] = sum1
    to.values[place + 2 * to.step] = sum2
    to.values[place + 3 * to.step] = sum3
  }
}

/** The weights at distance 0, 1 ... radius. */
function halfKernel(radius: number, sigma: number): Float64Array {
  const weights = Float64Array.from({ length: radius + 1 }, (_, distance) =>
    Math.exp(-(distance ** 2) / (2 * sigma ** 2)),
  )
  const sum = weights.reduce((total, weight) => total + 2 * weight, -1)
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
