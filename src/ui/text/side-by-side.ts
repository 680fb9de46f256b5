import { apart, type Line, lineWidth, run, spaces } from './line.ts'

/** A part of a page, drawn for a width. */
export type Block = (width: number) => readonly Line[]

/** From so many columns on there are two beside each other. */
const WIDE = 100
const BETWEEN = 4

/** Two in a row where the window is wide, else one below the other; a blank line between rows. */
export function besideEachOther(blocks: readonly Block[], width: number): readonly Line[] {
  const count = width >= WIDE ? 2 : 1
  const column = Math.floor((width - (count - 1) * BETWEEN) / count)
  const rows = Array.from({ length: Math.ceil(blocks.length / count) }, (_, row) =>
    blocks.slice(row * count, (row + 1) * count).map((block) => block(column)),
  )
  return apart(
    rows.map((cells) =>
      inColumns(
        cells.map((lines) => ({ lines, width: column })),
        BETWEEN,
      ),
    ),
  )
}

interface Column {
  readonly lines: readonly Line[]
  readonly width: number
}

/** Columns of their own widths with a gap between them. */
export function inColumns(columns: readonly Column[], gap: number): readonly Line[] {
  const height = Math.max(...columns.map(({ lines }) => lines.length))
  return Array.from({ length: height }, (_, row) =>
    columns.flatMap(({ lines, width }, at) => {
      const shown = lines[row] ?? []
      return at === columns.length - 1 ? shown : [...shown, spaces(width - lineWidth(shown) + gap)]
    }),
  )
}

/** Two columns of that width with a rule between them. */
export function inTwoColumns(left: readonly Line[], right: readonly Line[], column: number): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at): Line => {
    const [one = [], other = []] = [left[at], right[at]]
    return [...one, spaces(column - lineWidth(one)), run(' │ ', 'hint'), ...other]
  })
}
