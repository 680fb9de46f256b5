import type { Nd } from '#kit'

/**
 * Mean of the ksize x ksize window around each pixel, rounded to the nearest integer; the border is reflect-101, as in cv2.blur.
 * Column sums move down one row at a time and a window sum slides along them: four additions a pixel for any ksize.
 */
export function meanFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
  const [height, width] = image.shape as [number, number]
  const radius = (ksize - 1) / 2
  const [rows, columns] = [mirrored(height, radius), mirrored(width, radius)]
  const row = (at: number) => (rows[at] as number) * width
  const padded = new Int32Array(width + 2 * radius)
  const sums = padded.subarray(radius, radius + width)
  const data = new Uint8Array(height * width)
  for (let at = 0; at < ksize; at++) addRow(sums, image.data, row(at))
  for (let y = 0; y < height; y++) {
    if (y > 0) moveDown(sums, image.data, row(y - 1), row(y + ksize - 1))
    for (let at = 0; at < radius; at++) {
      padded[at] = sums[columns[at] as number] as number
      padded[radius + width + at] = sums[columns[radius + width + at] as number] as number
    }
    slide(padded, ksize, data.subarray(y * width, (y + 1) * width))
  }
  return { shape: image.shape, data }
}

function addRow(sums: Int32Array, pixels: Uint8Array, row: number): void {
  const { length } = sums
  for (let x = 0; x < length; x++) sums[x] = (sums[x] as number) + (pixels[row + x] as number)
}

function moveDown(sums: Int32Array, pixels: Uint8Array, leaving: number, entering: number): void {
  const { length } = sums
  for (let x = 0; x < length; x++) {
    sums[x] = (sums[x] as number) + (pixels[entering + x] as number) - (pixels[leaving + x] as number)
  }
}

/** Writes the means of ksize columns each. */
function slide(sums: Int32Array, ksize: number, means: Uint8Array): void {
  const { length } = means
  const share = 1 / (ksize * ksize)
  let sum = 0
  for (let x = 0; x < ksize - 1; x++) sum += sums[x] as number
  for (let x = 0; x < length; x++) {
    sum += sums[x + ksize - 1] as number
    // ksize² is odd, so no mean lies near enough to a half for the share's own rounding to matter. Storing drops the fraction.
    means[x] = sum * share + 0.5
    sum -= sums[x] as number
  }
}

/** The indices from -radius on, mirrored about the outermost ones without repeating them, as often as it takes. */
function mirrored(length: number, radius: number): Int32Array {
  const period = Math.max(2 * (length - 1), 1)
  return Int32Array.from({ length: length + 2 * radius }, (_, at) => {
    const folded = (((at - radius) % period) + period) % period
    return folded < length ? folded : period - folded
  })
}
