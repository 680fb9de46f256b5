import { type Say, type Text, verbatim } from '../../core/locale.ts'
import { type NdArray, placeIn, sizeOf, type Value } from '../../core/value.ts'
import { type Line, line, run } from '../text/line.ts'
import { join } from '../words/punctuation.ts'
import {
  cellsOf,
  differenceFrom,
  linesOf,
  type Plane,
  planeOf,
  range,
  type Window,
  widthOf,
  windowAround,
} from './grid-cells.ts'

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
/** Of an array of more axes, all of whose planes are then shown. */
const MOST_PLANE_ROWS = 12
/** So many columns of a row decide how wide its cells are. */
const MEASURED = 24

/**
 * An aligned grid of a matrix, or of the plane of an array that holds the focus; what is too large is cropped
 * around it.
 */
export function gridLines(array: NdArray, options: GridOptions): readonly Line[] {
  const { say, width, digits } = options
  if (array.data.length === 0)
    return [line(`${say({ en: 'empty', zh: '空' })} ${shapeText(array.shape)}`, 'hint')]
  const plane = planeOf(array, options.focus)
  const all = allPlaneLines(array, plane, options)
  if (all) return all
  const rows = windowAround(plane.focus[0], plane.rows, MOST_ROWS)
  const near = windowAround(plane.focus[1], plane.columns, MEASURED)
  const cellWidth = widthOf(cellsOf(array, plane, rows, near, digits))
  const columns = windowAround(
    plane.focus[1],
    plane.columns,
    Math.min(MEASURED, Math.max(1, Math.floor(width / cellWidth))),
  )
  const lines = linesOf(
    cellsOf(array, plane, rows, columns, digits),
    cellWidth,
    differenceFrom(array, options),
  )
  const note = cropNote(plane, rows, columns)
  return note === undefined ? lines : [...lines, line(say(note), 'hint')]
}

/** Every plane of a small array of more than two axes, with its indices before it; undefined where there is no room. */
function allPlaneLines(array: NdArray, plane: Plane, options: GridOptions): readonly Line[] | undefined {
  const outer = array.shape.slice(0, -2)
  const count = sizeOf(outer)
  if (count < 2 || count * plane.rows > MOST_PLANE_ROWS || plane.columns > MEASURED) return undefined
  const planes = range([0, count]).map((nth) => {
    const before = placeIn(nth, outer)
    const cells = cellsOf(
      array,
      { ...plane, from: nth * plane.rows * plane.columns },
      [0, plane.rows],
      [0, plane.columns],
      options.digits,
    )
    return { label: `[${before.join(', ')}] `, cells }
  })
  const cellWidth = widthOf(planes.flatMap(({ cells }) => cells))
  const labelWidth = Math.max(...planes.map(({ label }) => label.length))
  if (labelWidth + plane.columns * cellWidth > options.width) return undefined
  const isOther = differenceFrom(array, options)
  return planes.flatMap(({ label, cells }) =>
    linesOf(cells, cellWidth, isOther).map((runs, row) => [
      run((row === 0 ? label : '').padEnd(labelWidth), 'hint'),
      ...runs,
    ]),
  )
}

/** So many are short, and the same for numbers that only differ in noise. */
export const FEW_DIGITS = 6

export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
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
