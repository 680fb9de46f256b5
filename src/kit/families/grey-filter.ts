import { draw, type Nd, u8 } from '../arrays.ts'
import type { Trait } from '../define-grader.ts'

/** For the mutants of filters: every one is a window, a border and what is made of the values, none of them fast. */
export type GreyFilter = (image: Nd<'u8'>, ksize: number) => Nd<'u8'>

/** Where to read: an index inside the image, `'zero'` for a black pixel, `'skip'` for none. */
export type Place = number | 'zero' | 'skip'

export interface WindowRule {
  /** Where an index is read that may lie outside of `length`. */
  readonly border: (index: number, length: number) => Place
  /** The window's values in reading order. */
  readonly finish: (values: readonly number[]) => number
  /** The window's rows and columns, counted from the pixel; `centred` if absent. */
  readonly offsets?: (ksize: number) => readonly number[]
}

export function windowFilter({ border, finish, offsets: offsetsFor = centred }: WindowRule): GreyFilter {
  return (image, ksize) => {
    const [height, width] = image.shape as [number, number]
    const offsets = offsetsFor(ksize)
    const values = draw(image.shape, (at) => {
      const rows = offsets.map((offset) => border(Math.floor(at / width) + offset, height))
      const columns = offsets.map((offset) => border((at % width) + offset, width))
      return finish(gather(image, rows, columns))
    })
    return u8(image.shape, values)
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
    const values = draw(image.shape, (at) =>
      fits(Math.floor(at / width), height) && fits(at % width, width)
        ? (filtered[at] ?? 0)
        : elsewhere(image, at),
    )
    return u8(image.shape, values)
  }
}

function gather(image: Nd<'u8'>, rows: readonly Place[], columns: readonly Place[]): number[] {
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

/** a a | a b c d | d d */
export function replicate(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}

/** b a | a b c d | d c */
export function reflect(index: number, length: number): number {
  const folded = wrap(index, 2 * length)
  return Math.min(folded, 2 * length - 1 - folded)
}

/** c b | a b c d | c b */
export function reflect101(index: number, length: number): number {
  if (length === 1) return 0
  const period = 2 * (length - 1)
  const folded = wrap(index, period)
  return Math.min(folded, period - folded)
}

/** c d | a b c d | a b */
export function wrap(index: number, length: number): number {
  return ((index % length) + length) % length
}

/** 0 0 | a b c d | 0 0 */
export function zero(index: number, length: number): Place {
  return index >= 0 && index < length ? index : 'zero'
}

/** | a b c d | */
export function skip(index: number, length: number): Place {
  return index >= 0 && index < length ? index : 'skip'
}

export const FILTER_TRAITS: readonly Trait<readonly [Nd<'u8'>, number]>[] = [
  {
    text: { en: 'the image is not square', zh: '图像不是正方形' },
    holds: ({ shape: [height, width] }) => height !== width,
  },
  {
    text: { en: 'the image has a single row or column', zh: '图像只有一行或一列' },
    holds: ({ shape }) => Math.min(...shape) === 1,
  },
  {
    text: { en: 'the window is larger than the image', zh: '窗口大于图像' },
    holds: ({ shape }, ksize) => ksize > Math.min(...shape),
  },
  { text: { en: 'ksize is larger than 3', zh: 'ksize 大于 3' }, holds: (_, ksize) => ksize > 3 },
  {
    text: { en: 'the image has a value above 127', zh: '图像中有大于 127 的值' },
    holds: ({ data }) => data.some((grey) => grey > 127),
  },
]
