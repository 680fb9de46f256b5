import { displayWidth } from '../text/display-width.ts'
import type { Line, Run } from '../text/line.ts'
import type { FittedPicture } from '../text/pixels.ts'

/** Where a picture, or the part of it that is in sight, stands in a frame. All in cells, from 0. */
export interface Placement {
  readonly picture: FittedPicture
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** The picture's row that is the first in sight. */
  readonly firstRow: number
}

/** The pictures of a frame, found by the runs that are their rows. */
export function placementsOn(lines: readonly Line[]): readonly Placement[] {
  const found: Placement[] = []
  let open: readonly number[] = []
  for (const [row, runs] of lines.entries()) {
    const touched: number[] = []
    let column = 0
    for (const part of runs) {
      const begun = beginAt(part, row, column)
      if (begun !== undefined) {
        const above = open.find((at) => isContinued(found[at], begun))
        if (above === undefined) touched.push(found.push(begun) - 1)
        else {
          found[above] = { ...(found[above] ?? begun), rows: (found[above]?.rows ?? 0) + 1 }
          touched.push(above)
        }
      }
      column += displayWidth(part.text)
    }
    open = touched
  }
  return found
}

function beginAt({ text, pixels }: Run, row: number, column: number): Placement | undefined {
  if (pixels?.of === undefined || text === '') return undefined
  const { picture, row: firstRow } = pixels.of
  return { picture, row, column, columns: displayWidth(text), rows: 1, firstRow }
}

function isContinued(above: Placement | undefined, part: Placement): boolean {
  return (
    above !== undefined &&
    above.picture === part.picture &&
    above.column === part.column &&
    above.columns === part.columns &&
    above.firstRow + above.rows === part.firstRow
  )
}
