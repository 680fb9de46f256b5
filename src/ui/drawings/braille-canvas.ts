import { type Line, run } from '../text/line.ts'
import { joinRuns } from '../text/wrap.ts'
import type { Tone } from '../theme/theme.ts'

/** Two dots across and four down in each character (Unicode 15, block Braille Patterns). */
export const DOTS = { across: 2, down: 4 } as const

const FIRST = 0x2800
/** The bit of each dot, by row and column: the numbering comes from six-dot Braille. */
const BITS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const

export interface Canvas {
  /** In dots, from the upper left; what lies outside is left out. The last tone of a character wins. */
  readonly line: (from: Dot, to: Dot, tone: Tone | undefined) => void
  /** Puts a character over the dots, at a place in dots. */
  readonly mark: (at: Dot, character: string, tone: Tone | undefined) => void
  readonly lines: () => readonly Line[]
}

export type Dot = readonly [x: number, y: number]

export function createCanvas(columns: number, rows: number): Canvas {
  const cells = Array.from({ length: rows * columns }, () => ({
    bits: 0,
    mark: '',
    tone: undefined as Tone | undefined,
  }))

  function cellAt([x, y]: Dot) {
    const [column, row] = [Math.floor(x / DOTS.across), Math.floor(y / DOTS.down)]
    return column >= 0 && column < columns && row >= 0 && row < rows
      ? cells[row * columns + column]
      : undefined
  }

  function set(dot: Dot, tone: Tone | undefined): void {
    const cell = cellAt(dot)
    if (cell === undefined) return
    cell.bits |= BITS[dot[1] % DOTS.down]?.[dot[0] % DOTS.across] ?? 0
    if (cell.mark === '') cell.tone = tone
  }

  function line([x0, y0]: Dot, [x1, y1]: Dot, tone: Tone | undefined): void {
    const steps = Math.max(1, Math.abs(Math.round(x1 - x0)), Math.abs(Math.round(y1 - y0)))
    for (let step = 0; step <= steps; step++) {
      const share = step / steps
      set([Math.round(x0 + (x1 - x0) * share), Math.round(y0 + (y1 - y0) * share)], tone)
    }
  }

  return {
    line,
    mark: ([x, y], character, tone) => {
      const cell = cellAt([Math.round(x), Math.round(y)])
      if (cell !== undefined) Object.assign(cell, { mark: character, tone })
    },
    lines: () =>
      Array.from({ length: rows }, (_, row) =>
        joinRuns(
          cells
            .slice(row * columns, (row + 1) * columns)
            .map(({ bits, mark, tone }) =>
              run(mark || (bits === 0 ? ' ' : String.fromCharCode(FIRST + bits)), tone),
            ),
        ),
      ),
  }
}
