import { type Say, type Text, verbatim } from '../../core/locale.ts'
import { withDigits } from '../../core/significant-digits.ts'
import { isArray, type NdArray, sizeOf, type Value } from '../../core/value.ts'
import { type Line, line, padTextStart, run } from '../text/line.ts'
import { join } from '../words/punctuation.ts'

/** Which part of an array is shown, and what is marked in it. */
export interface GridOptions {
  /** The place that must be in sight. */
  readonly focus: readonly number[] | undefined
  /** The other array of the comparison: where its numbers read otherwise, this one's are marked. */
  readonly other: Value | undefined
  /** Of its numbers that are shown. */
  readonly digits: number
  readonly width: number
  readonly say: Say
}

const MOST_ROWS = 7
/** So many columns of a row decide how wide its cells are. */
const MEASURED = 24

/** An aligned grid of a matrix, or of the plane of an array that holds the focus; what is too large is cropped around it. */
export function gridLines(array: NdArray, options: GridOptions): readonly Line[] {
  const { say, width, digits } = options
  if (array.data.length === 0)
    return [line(`${say({ en: 'empty', zh: '空' })} ${shapeText(array.shape)}`, 'hint')]
  const plane = planeOf(array, options.focus)
  const rows = windowAround(plane.focus[0], plane.rows, MOST_ROWS)
  const near = windowAround(plane.focus[1], plane.columns, MEASURED)
  const cellWidth =
    2 +
    Math.max(
      ...cellsOf(array, plane, rows, near, digits)
        .flat()
        .map((cell) => cell.text.length),
    )
  const columns = windowAround(
    plane.focus[1],
    plane.columns,
    Math.min(MEASURED, Math.max(1, Math.floor(width / cellWidth))),
  )
  const isOther = differenceFrom(array, options)
  const lines = cellsOf(array, plane, rows, columns, digits).map((cells) =>
    cells.map(({ text, index }) =>
      isOther(index)
        ? run(padTextStart(`[${text}]`, cellWidth), 'bad')
        : run(padTextStart(`${text} `, cellWidth)),
    ),
  )
  const note = cropNote(plane, rows, columns)
  return note === undefined ? lines : [...lines, line(say(note), 'hint')]
}

/** So many are short, and the same for numbers that only differ in noise. */
export const FEW_DIGITS = 6

export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
}

/** Two axes of an array, seen as a matrix. */
interface Plane {
  readonly rows: number
  readonly columns: number
  /** The flat index of its first entry. */
  readonly from: number
  /** The indices of the axes before. */
  readonly before: readonly number[]
  readonly focus: readonly [number, number]
}

function planeOf({ shape }: NdArray, focus: readonly number[] | undefined): Plane {
  const place = shape.map((length, axis) => Math.min(length - 1, focus?.[axis] ?? 0))
  const columns = shape.at(-1) ?? 1
  const rows = shape.length < 2 ? 1 : (shape.at(-2) ?? 1)
  const before = place.slice(0, -2)
  const from = before.reduce((sum, index, axis) => sum + index * sizeOf(shape.slice(axis + 1)), 0)
  return {
    rows,
    columns,
    from,
    before,
    focus: [shape.length < 2 ? 0 : (place.at(-2) ?? 0), place.at(-1) ?? 0],
  }
}

/** Half-open. */
type Window = readonly [number, number]

function windowAround(focus: number, length: number, most: number): Window {
  const from = Math.max(0, Math.min(focus - Math.floor(most / 2), length - most))
  return [from, Math.min(length, from + most)]
}

interface Cell {
  readonly text: string
  readonly index: number
}

function cellsOf(
  { data }: NdArray,
  { from, columns: stride }: Plane,
  rows: Window,
  columns: Window,
  digits: number,
): readonly (readonly Cell[])[] {
  return range(rows).map((row) =>
    range(columns).map((column) => {
      const index = from + row * stride + column
      return { text: withDigits(data[index] ?? 0, digits), index }
    }),
  )
}

function range([from, to]: Window): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function differenceFrom(array: NdArray, { other, digits }: GridOptions): (index: number) => boolean {
  if (other === undefined || !isArray(other) || shapeText(other.shape) !== shapeText(array.shape))
    return () => false
  return (index) => withDigits(array.data[index] ?? 0, digits) !== withDigits(other.data[index] ?? 0, digits)
}

function cropNote(plane: Plane, rows: Window, columns: Window): Text | undefined {
  const isWhole = rows[1] - rows[0] === plane.rows && columns[1] - columns[0] === plane.columns
  const at = plane.before.length === 0 ? '' : `[${[...plane.before, ':', ':'].join(', ')}] `
  if (isWhole) return at === '' ? undefined : verbatim(at.trim())
  return join(verbatim(at), plane.rows === 1 ? itemsText(columns, plane) : rowsText(rows, columns, plane))
}

function itemsText(columns: Window, plane: Plane): Text {
  const items = rangeText(columns, plane.columns)
  return { en: `items ${items}`, zh: `元素 ${items}` }
}

function rowsText(rows: Window, columns: Window, plane: Plane): Text {
  const [down, across] = [rangeText(rows, plane.rows), rangeText(columns, plane.columns)]
  return { en: `rows ${down}, columns ${across}`, zh: `行 ${down}，列 ${across}` }
}

function rangeText([from, to]: Window, length: number): string {
  return `${from}–${to - 1} / ${length}`
}
