import type { Nd } from '#kit'

/**
 * Mean of the ksize x ksize window around each pixel, rounded to the nearest integer; the border is reflect-101, as in cv2.blur.
 * Column sums move down one row at a time and a window sum slides along them: four additions a pixel for any ksize.
 */
export function meanFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
  const [height, width] = image.shape as [number, number]
  const radius = (ksize - 1) / 2
  const area = ksize * ksize
  const columns = Int32Array.from({ length: width + ksize - 1 }, (_, x) => reflect101(x - radius, width))
  const columnSums = new Int32Array(width)
  const data = new Uint8Array(height * width)

  const addRow = (y: number, sign: number) => {
    const start = reflect101(y, height) * width
    for (let x = 0; x < width; x++) {
      columnSums[x] = (columnSums[x] as number) + sign * (image.data[start + x] as number)
    }
  }
  const sumAt = (x: number) => columnSums[columns[x] as number] as number

  for (let y = -radius; y < radius; y++) addRow(y, 1)
  for (let y = 0; y < height; y++) {
    addRow(y + radius, 1)
    let sum = 0
    for (let x = 0; x < ksize - 1; x++) sum += sumAt(x)
    for (let x = 0; x < width; x++) {
      sum += sumAt(x + ksize - 1)
      // The area is odd, so no mean lies halfway between two integers.
      data[y * width + x] = Math.floor(sum / area + 0.5)
      sum -= sumAt(x)
    }
    addRow(y - radius, -1)
  }
  return { shape: image.shape, data }
}

/** Mirrors about the outermost pixel without repeating it, as often as it takes. */
function reflect101(index: number, length: number): number {
  if (length === 1) return 0
  const period = 2 * (length - 1)
  const folded = ((index % period) + period) % period
  return Math.min(folded, period - folded)
}
