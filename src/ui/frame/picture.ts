import type { Line } from '../text/line.ts'

/** What a screen shows, before it is cut to the window. */
export interface Picture {
  readonly title: Line
  /** At the right of the title. */
  readonly aside: Line
  /** Scrolls where it is longer than its room. */
  readonly body: readonly Line[]
  /** Changes when the body is another text, which then begins at its top. */
  readonly bodyKey: string
  /** The body's line that must be in sight, as in a list. */
  readonly focus?: number | undefined
  /** Between body and footer, always in sight. */
  readonly pinned: readonly Line[]
  /** Where the next character is typed: a line of `pinned`, and a column. */
  readonly cursor?: { readonly line: number; readonly column: number } | undefined
}

export interface WindowSize {
  readonly columns: number
  readonly rows: number
}

export const SMALLEST: WindowSize = { columns: 40, rows: 12 }

export function isTooSmall({ columns, rows }: WindowSize): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows
}

/** Longer lines are hard to read. */
const WIDEST = 100

/** How wide the texts of a picture may be. */
export function textWidth({ columns }: WindowSize): number {
  return Math.min(WIDEST, columns - 2 * marginOf(columns))
}

export function marginOf(columns: number): number {
  return columns < 60 ? 0 : 1
}
