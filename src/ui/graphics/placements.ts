import { displayWidth } from '../../core/display-width.ts'
import type { Line } from '../text/line.ts'
import type { FittedImage } from '../theme/pixels.ts'

/** Where an image, or the part of it that is in sight, stands in a frame. All in cells, from 0. */
export interface Placement {
  readonly image: FittedImage
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** The image's row that is the first in sight. */
  readonly firstRow: number
}

/** The images of a frame, found by the runs that are their rows. */
export function placementsOn(lines: readonly Line[]): readonly Placement[] {
  const found: Placement[] = []
  for (const part of lines.flatMap(rowsOfImages)) {
    const at = found.findIndex((above) => isContinued(above, part))
    const above = found[at]
    if (above === undefined) found.push(part)
    else found[at] = { ...above, rows: above.rows + 1 }
  }
  return found
}

function rowsOfImages(runs: Line, row: number): readonly Placement[] {
  let column = 0
  return runs.flatMap(({ text, pixels }) => {
    const columns = displayWidth(text)
    column += columns
    if (pixels?.of === undefined || columns === 0) return []
    const { image, row: firstRow } = pixels.of
    return [{ image, row, column: column - columns, columns, rows: 1, firstRow }]
  })
}

function isContinued(above: Placement, part: Placement): boolean {
  return (
    above.image === part.image &&
    above.column === part.column &&
    above.columns === part.columns &&
    above.firstRow + above.rows === part.firstRow
  )
}
