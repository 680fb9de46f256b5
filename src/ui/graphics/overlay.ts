import { hash } from 'node:crypto'
import type { WindowSize } from '../frame/window-size.ts'
import type { Line } from '../text/line.ts'
import type { FittedImage } from '../theme/pixels.ts'
import { type Placement, placementsOn } from './placements.ts'

/** A placement whose image has a name: the same as long as it stays in sight. */
export interface Placed extends Placement {
  readonly key: string
}

/** One of the protocols in which terminals show images. */
export interface Dialect {
  /** What shows it where the cursor stands, or moves there what is shown already. */
  readonly show: (placed: Placed) => string
  /** What takes it away, where cells that are written anew do not. */
  readonly remove: (key: string) => string
}

export interface Overlay {
  /** What has to be written after a frame of these lines. Leaves the cursor where it was. */
  readonly paint: (lines: readonly Line[], window: WindowSize) => string
  /** Takes everything away; the next frame shows it again. */
  readonly clear: () => string
}

const SAVE_CURSOR = '\x1b7'
const RESTORE_CURSOR = '\x1b8'

/** Keeps account of which images the terminal shows above its cells, and where. */
export function createOverlay({ show, remove }: Dialect): Overlay {
  /** By key: what must not change while an image is left as it is. */
  const shown = new Map<string, string>()

  function take(keys: Iterable<string>): string {
    return Array.from(keys, (key) => {
      shown.delete(key)
      return remove(key)
    }).join('')
  }

  return {
    paint: (lines, window) => {
      const placed = named(placementsOn(lines).filter((placement) => isInside(placement, window)))
      const gone = [...shown.keys()].filter((key) => placed.every((one) => one.key !== key))
      const changes = [take(gone)]
      for (const one of placed) {
        const state = stateOf(one, lines)
        if (shown.get(one.key) === state) continue
        shown.set(one.key, state)
        changes.push(`\x1b[${one.row + 1};${one.column + 1}H${show(one)}`)
      }
      const written = changes.join('')
      return written === '' ? '' : SAVE_CURSOR + written + RESTORE_CURSOR
    },
    clear: () => take([...shown.keys()]),
  }
}

/** Not in the last row either: below an image there the terminal would scroll. */
function isInside({ row, rows, column, columns }: Placement, window: WindowSize): boolean {
  return row + rows < window.rows && column + columns <= window.columns
}

/** The place, and what is written in its rows: a row that changed may have been written over the image. */
function stateOf({ row, rows, column, columns, firstRow }: Placement, lines: readonly Line[]): string {
  return JSON.stringify([row, rows, column, columns, firstRow, lines.slice(row, row + rows)], comparable)
}

/** Without the images of the rows; and JSON would write no number and no pixel alike. */
function comparable(name: string, value: unknown): unknown {
  if (name === 'of') return undefined
  return Number.isNaN(value) ? 'NaN' : value
}

/** By what they show, for each frame draws its images anew; alike ones are counted. */
function named(placements: readonly Placement[]): readonly Placed[] {
  const seen = new Map<string, number>()
  return placements.map((placement) => {
    const content = contentOf(placement.image)
    const count = seen.get(content) ?? 0
    seen.set(content, count + 1)
    return { ...placement, key: `${content} ${count}` }
  })
}

function contentOf({ grid, columns, halves }: FittedImage): string {
  const { scale, height, width, values } = grid
  return `${hash('sha1', Float64Array.from(values))} ${scale} ${width}x${height} ${columns}x${halves}`
}
