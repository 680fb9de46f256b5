import { type Nd, u8 } from '../../arrays.ts'
import type { Border, BorderPixel } from './borders.ts'

/** For wrong choices in filters: every one is a window, a border and what is made of the values, none of them fast. */
export type GreyFilter = (image: Nd<'u8'>, ksize: number) => Nd<'u8'>

export type Finish = (values: readonly number[], ksize: number) => number

/** What one may choose in any filter of a grey image. */
export interface WindowChoices {
  /** What `ksize` is taken for. */
  readonly ksize?: (asked: number) => number
  /** The window's rows and columns, counted from the pixel. */
  readonly window?: (ksize: number) => readonly number[]
  /** Which pixels of the window count, by row and column from the pixel; all if not given. */
  readonly element?: Element
  readonly border?: Border
  readonly visited?: Visited
  /** What a pixel that is not visited holds. */
  readonly unvisited?: 'copied'
  readonly target?: 'the image itself'
}

export type Element = (row: number, column: number) => boolean

/** The pixels that are filtered. */
export type Visited = (at: PixelPlace, ksize: number) => boolean

export interface PixelPlace {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
}

export function windowFilter(
  { border, finish }: { readonly border: Border; readonly finish: Finish },
  choices: WindowChoices,
): GreyFilter {
  const { window = centred, visited = () => true, border: read = border } = choices
  return (image, asked) => {
    const ksize = choices.ksize?.(asked) ?? asked
    const [height, width] = image.shape as [number, number]
    const offsets = window(ksize)
    const isCopied = choices.unvisited !== undefined || choices.target !== undefined
    const result = isCopied ? image.data.slice() : new Uint8Array(height * width)
    const source = choices.target ? { shape: image.shape, data: result } : image
    for (let at = 0; at < result.length; at++) {
      const place = { row: Math.floor(at / width), column: at % width, height, width }
      if (!visited(place, ksize)) continue
      const rows = offsets.map((offset) => ({ offset, at: read(place.row + offset, height) }))
      const columns = offsets.map((offset) => ({ offset, at: read(place.column + offset, width) }))
      result[at] = finish(gather(source, rows, columns, choices.element), ksize)
    }
    return u8(image.shape, result)
  }
}

interface Read {
  readonly offset: number
  readonly at: BorderPixel
}

function gather(
  image: Nd<'u8'>,
  rows: readonly Read[],
  columns: readonly Read[],
  element: Element = () => true,
): number[] {
  const width = image.shape[1] ?? 0
  const values: number[] = []
  for (const { offset: dy, at: row } of rows) {
    for (const { offset: dx, at: column } of columns) {
      if (row === 'skip' || column === 'skip' || !element(dy, dx)) continue
      values.push(row === 'zero' || column === 'zero' ? 0 : (image.data[row * width + column] ?? 0))
    }
  }
  return values
}

export function centred(ksize: number): readonly number[] {
  return span((1 - ksize) / 2, ksize)
}

export function span(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, step) => first + step)
}
