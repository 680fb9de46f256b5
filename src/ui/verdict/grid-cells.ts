import { withDigits } from '../../core/significant-digits.ts'
import { isArray, type NdArray, sizeOf, type Value } from '../../core/value.ts'
import { type Line, padTextStart, run } from '../text/line.ts'

/** Two axes of an array, seen as a matrix. */
export interface Plane {
  readonly rows: number
  readonly columns: number
  /** The flat index of its first entry. */
  readonly from: number
  /** The indices of the axes before. */
  readonly before: readonly number[]
  readonly focus: readonly [number, number]
}

export function planeOf({ shape }: NdArray, focus: readonly number[] | undefined): Plane {
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
export type Window = readonly [number, number]

export function windowAround(focus: number, length: number, most: number): Window {
  const from = Math.max(0, Math.min(focus - Math.floor(most / 2), length - most))
  return [from, Math.min(length, from + most)]
}

export interface Cell {
  readonly text: string
  readonly index: number
}

export function cellsOf(
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

export function range([from, to]: Window): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

export function differenceFrom(
  array: NdArray,
  { other, digits }: { readonly other: Value | undefined; readonly digits: number },
): (index: number) => boolean {
  if (other === undefined || !isArray(other) || String(other.shape) !== String(array.shape))
    return () => false
  return (index) => withDigits(array.data[index] ?? 0, digits) !== withDigits(other.data[index] ?? 0, digits)
}

export function widthOf(cells: readonly (readonly Cell[])[]): number {
  return 2 + Math.max(...cells.flat().map(({ text }) => text.length))
}

export function linesOf(
  rows: readonly (readonly Cell[])[],
  cellWidth: number,
  isOther: (index: number) => boolean,
): readonly Line[] {
  return rows.map((cells) =>
    cells.map(({ text, index }) =>
      isOther(index)
        ? run(padTextStart(`[${text}]`, cellWidth), 'bad')
        : run(padTextStart(`${text} `, cellWidth)),
    ),
  )
}
