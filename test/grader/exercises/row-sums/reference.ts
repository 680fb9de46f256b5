import type { Nd } from '#kit'

export interface Options {
  readonly power: number
  readonly name: string
  readonly negate: boolean
}

/** An exercise of no use but to the tests of the judge. */
export function rowSums(image: Nd<'u8'>, weights: Nd<'f64'>, { power, negate }: Options): Nd<'f64'> {
  const [height = 0, width = 0] = image.shape
  const data = new Float64Array(height)
  for (const [at, value] of image.data.entries()) {
    const row = Math.floor(at / width)
    data[row] = (data[row] ?? 0) + (negate ? -1 : 1) * (weights.data[at % width] ?? 0) * value ** power
  }
  return { shape: [height], data }
}
