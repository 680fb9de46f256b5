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

export function marginOf(columns: number): number {
  return columns < 60 ? 0 : 1
}
