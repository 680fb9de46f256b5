import type { Nd } from '#kit'

/**
 * Smallest value of the ksize x ksize window around each pixel; what lies beyond the border changes no minimum, and is left out.
 * Along the rows, then down the columns, each line with a monotonic queue (Lemire 2006): amortised constant for any ksize.
 */
export function minFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
  const [height, width] = image.shape as [number, number]
  const radius = (ksize - 1) / 2
  const across = new Uint8Array(image.data.length)
  const data = new Uint8Array(image.data.length)
  const slide = createSlider(Math.max(height, width), radius)
  for (let row = 0; row < height; row++) slide(image.data, across, row * width, 1, width)
  for (let column = 0; column < width; column++) slide(across, data, column, width, height)
  return { shape: image.shape, data }
}

/** Writes the minima of a line whose values stand `step` apart. */
function createSlider(longest: number, radius: number) {
  // Places whose values rise from front to back: each may still become a minimum.
  const places = new Int32Array(longest)
  const values = new Uint8Array(longest)
  return (from: Uint8Array, to: Uint8Array, start: number, step: number, length: number): void => {
    let front = 0
    let back = 0
    for (let entering = 0; entering < length + radius; entering++) {
      if (entering < length) {
        const value = from[start + entering * step] as number
        while (back > front && (values[back - 1] as number) >= value) back--
        places[back] = entering
        values[back++] = value
      }
      const centre = entering - radius
      if (centre < 0) continue
      if ((places[front] as number) < centre - radius) front++
      to[start + centre * step] = values[front] as number
    }
  }
}
