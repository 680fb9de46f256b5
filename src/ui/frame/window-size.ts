export interface WindowSize {
  readonly columns: number
  readonly rows: number
}

const SMALLEST: WindowSize = { columns: 40, rows: 12 }

export function isTooSmall({ columns, rows }: WindowSize): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows
}

/** Longer lines are hard to read. */
const WIDEST = 100

/** How wide the texts of a page may be. */
export function textWidth(size: WindowSize): number {
  return Math.min(WIDEST, windowWidth(size))
}

export function windowWidth({ columns }: WindowSize): number {
  return columns - 2 * marginOf(columns)
}

/** Title, question, footer and what may stand above it take the others. */
export function imageRows({ rows }: Pick<WindowSize, 'rows'>): number {
  return Math.max(LEAST_IMAGE_ROWS, rows - 10)
}

/** Lower, nothing is to be made out; what then does not fit is scrolled. */
const LEAST_IMAGE_ROWS = 8

export function marginOf(columns: number): number {
  return columns < 60 ? 0 : 1
}
