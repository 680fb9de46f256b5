import type { Nd } from '#kit'

/** Tomasi and Manduchi 1998 over the full square: a mean weighted by closeness and by likeness to the pixel; the border is reflect-101. */
export function bilateralFilter(
  image: Nd<'f32'>,
  radius: number,
  sigmaColor: number,
  sigmaSpace: number,
): Nd<'f32'> {
  const [height, width] = image.shape as [number, number]
  const pixel = (y: number, x: number) =>
    image.data[reflect101(y, height) * width + reflect101(x, width)] as number
  const data = image.data.map((middle, at) => {
    const [y, x] = [Math.floor(at / width), at % width]
    let [sum, weights] = [0, 0]
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const value = pixel(y + dy, x + dx)
        const space = (dy ** 2 + dx ** 2) / (2 * sigmaSpace ** 2)
        const weight = Math.exp(-space - (value - middle) ** 2 / (2 * sigmaColor ** 2))
        sum += weight * value
        weights += weight
      }
    }
    return sum / weights
  })
  return { shape: image.shape, data }
}

/** Mirrors about the outermost pixel without repeating it, as often as it takes. */
function reflect101(index: number, length: number): number {
  const period = Math.max(2 * (length - 1), 1)
  const folded = ((index % period) + period) % period
  return folded < length ? folded : period - folded
}
