import { type Nd, u8 } from '../../arrays.ts'
import type { Border, BorderPixel } from './borders.ts'

/** For the mutants of filters: every one is a window, a border and what is made of the values, none of them fast. */
export type GreyFilter = (image: Nd<'u8'>, ksize: number) => Nd<'u8'>

export type Finish = (values: readonly number[]) => number

export interface WindowRule {
  readonly border: Border
  /** The window's values in reading order. */
  readonly finish: Finish
  /** The window's rows and columns, counted from the pixel; `centred` if absent. */
  readonly offsets?: (ksize: number) => readonly number[]
}

export function windowFilter({ border, finish, offsets: offsetsFor = centred }: WindowRule): GreyFilter {
  return (image, ksize) => {
    const [height, width] = image.shape as [number, number]
    const offsets = offsetsFor(ksize)
    return u8(image.shape, (at) => {
      const rows = offsets.map((offset) => border(Math.floor(at / width) + offset, height))
      const columns = offsets.map((offset) => border((at % width) + offset, width))
      return finish(gather(image, rows, columns))
    })
  }
}

/** The filter where the whole window fits, and something else along the border. */
export function insideOnly(
  filter: GreyFilter,
  elsewhere: (image: Nd<'u8'>, at: number) => number,
): GreyFilter {
  return (image, ksize) => {
    const [height, width] = image.shape as [number, number]
    const radius = (ksize - 1) / 2
    const fits = (index: number, length: number) => index >= radius && index + radius < length
    const filtered = filter(image, ksize).data
    return u8(image.shape, (at) =>
      fits(Math.floor(at / width), height) && fits(at % width, width)
        ? (filtered[at] ?? 0)
        : elsewhere(image, at),
    )
  }
}

function gather(image: Nd<'u8'>, rows: readonly BorderPixel[], columns: readonly BorderPixel[]): number[] {
  const width = image.shape[1] ?? 0
  const values: number[] = []
  for (const row of rows) {
    for (const column of columns) {
      if (row === 'skip' || column === 'skip') continue
      values.push(row === 'zero' || column === 'zero' ? 0 : (image.data[row * width + column] ?? 0))
    }
  }
  return values
}

export function centred(ksize: number): readonly number[] {
  return from((1 - ksize) / 2, ksize)
}

/** The pixel is the window's first corner. */
export function atCorner(ksize: number): readonly number[] {
  return from(0, ksize)
}

/** `ksize` taken for the radius. */
export function twiceAsWide(ksize: number): readonly number[] {
  return from(-ksize, 2 * ksize + 1)
}

/** `range(-radius, radius)`; a window of one pixel would have none left, and nobody lets that stand. */
export function withoutLast(ksize: number): readonly number[] {
  return from((1 - ksize) / 2, Math.max(1, ksize - 1))
}

function from(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, step) => first + step)
}
