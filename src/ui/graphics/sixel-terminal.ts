import type { WindowSize } from '../frame/window-size.ts'
import type { PixelSize } from './bitmap.ts'
import type { TerminalReport } from './terminal-report.ts'

/** What a terminal has told of itself so far. */
export interface SixelTerminal {
  readonly learn: (report: TerminalReport, window: WindowSize) => void
  /** Undefined until it is known that and how large images can be shown. */
  readonly cell: () => PixelSize | undefined
}

/** @param isForced the terminal need not say that it speaks sixel */
export function createSixelTerminal(isForced: boolean): SixelTerminal {
  let speaksSixel = isForced
  let told: PixelSize | undefined
  let derived: PixelSize | undefined
  return {
    learn: (report, window) => {
      switch (report.kind) {
        case 'cell':
          told = plausible(report.size)
          break
        case 'area':
          derived = plausible(cellOf(report.size, window))
          break
        case 'device':
          speaksSixel ||= report.speaksSixel
      }
    },
    cell: () => (speaksSixel ? (told ?? derived) : undefined),
  }
}

/** xterm's largest image, which it tells instead of a larger area. */
const LARGEST_IMAGE = 1000

/** Rounded down, for there may be a margin, less than a cell wide. */
function cellOf(area: PixelSize, { columns, rows }: WindowSize): PixelSize | undefined {
  if (area.width === LARGEST_IMAGE || area.height === LARGEST_IMAGE) return undefined
  return { width: Math.floor(area.width / columns), height: Math.floor(area.height / rows) }
}

const LARGEST_CELL: PixelSize = { width: 64, height: 128 }

/** Images are made as large as the terminal says. */
function plausible(size: PixelSize | undefined): PixelSize | undefined {
  const isPlausible =
    size !== undefined &&
    size.width > 1 &&
    size.height > 1 &&
    size.width <= LARGEST_CELL.width &&
    size.height <= LARGEST_CELL.height
  return isPlausible ? size : undefined
}
