import type { Nd } from '../../arrays.ts'
import type { Border, BorderPixel } from './borders.ts'

/** For wrong choices in filters: every one is a window, a border and what is made of the values, none of them fast. */
export type GreyFilter = WindowFilter<'u8'>

/** An image of bytes or of real numbers. */
export type PixelDtype = 'u8' | 'f32'

export type WindowFilter<D extends PixelDtype> = (image: Nd<D>, ksize: number) => Nd<D>

export type Finish = (values: readonly number[], ksize: number, places: WindowPlaces) => number

/** Where the values of a window stand in it. */
export interface WindowPlaces {
  /** The pixel that the window is of. */
  readonly pixel: number
  /** Each value's row in the window, counted from its first. */
  readonly down: readonly number[]
  readonly across: readonly number[]
}

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

export function windowFilter<D extends PixelDtype = 'u8'>(
  { border, finish }: { readonly border: Border; readonly finish: Finish },
  choices: WindowChoices,
): WindowFilter<D> {
  const { window = centred, visited = () => true, border: read = border } = choices
  return (image, asked) => {
    const ksize = choices.ksize?.(asked) ?? asked
    const [height, width] = image.shape as [number, number]
    const offsets = window(ksize)
    const isCopied = choices.unvisited !== undefined || choices.target !== undefined
    const result = isCopied ? image.data.slice() : image.data.slice().fill(0)
    const source = choices.target ? result : image.data
    for (let at = 0; at < result.length; at++) {
      const place = { row: Math.floor(at / width), column: at % width, height, width }
      if (!visited(place, ksize)) continue
      const rows = offsets.map((offset) => ({ offset, at: read(place.row + offset, height) }))
      const columns = offsets.map((offset) => ({ offset, at: read(place.column + offset, width) }))
      const gathering = { source, width, rows, columns, element: choices.element }
      result[at] = finish(valuesIn(gathering), ksize, placesIn(gathering, source[at] ?? 0))
    }
    return { shape: image.shape, data: result } as Nd<D>
  }
}

interface Read {
  readonly offset: number
  readonly at: BorderPixel
}

interface Gathering {
  readonly source: ArrayLike<number>
  readonly width: number
  readonly rows: readonly Read[]
  readonly columns: readonly Read[]
  readonly element: Element | undefined
}

/**
 * Nothing else is as hot in a diagnosis: windows are large, and choices many. Far beyond the image most rows are one
 * and the same.
 */
function valuesIn(gathering: Gathering): readonly number[] {
  const { source, width, rows, columns, element } = gathering
  if (element) return valuesOf(gathering, element)
  const values: number[] = []
  const across = columns.map(({ at }) => at).filter((at) => at !== 'skip')
  let last: { readonly row: BorderPixel; readonly line: readonly number[] } | undefined
  for (const { at: row } of rows) {
    if (row === 'skip') continue
    if (last?.row !== row) {
      const from = row === 'zero' ? 0 : row * width
      last = {
        row,
        line: across.map((at) => (row === 'zero' || at === 'zero' ? 0 : (source[from + at] ?? 0))),
      }
    }
    for (const value of last.line) values.push(value)
  }
  return values
}

function valuesOf({ source, width, rows, columns }: Gathering, element: Element): readonly number[] {
  const values: number[] = []
  for (const { offset: dy, at: row } of rows) {
    for (const { offset: dx, at: column } of columns) {
      if (row === 'skip' || column === 'skip' || !element(dy, dx)) continue
      values.push(row === 'zero' || column === 'zero' ? 0 : (source[row * width + column] ?? 0))
    }
  }
  return values
}

/** Most filters ask for the values alone. */
function placesIn(gathering: Gathering, pixel: number): WindowPlaces {
  return {
    pixel,
    get down() {
      return eachValue(gathering, (row) => row)
    },
    get across() {
      return eachValue(gathering, (_, column) => column)
    },
  }
}

function eachValue(
  { rows, columns, element }: Gathering,
  tell: (row: number, column: number) => number,
): readonly number[] {
  const told: number[] = []
  rows.forEach(({ offset: dy, at: row }, i) => {
    columns.forEach(({ offset: dx, at: column }, j) => {
      if (row !== 'skip' && column !== 'skip' && element?.(dy, dx) !== false) told.push(tell(i, j))
    })
  })
  return told
}

function centred(ksize: number): readonly number[] {
  return span((1 - ksize) / 2, ksize)
}

export function span(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, step) => first + step)
}
