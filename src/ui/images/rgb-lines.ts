import type { RgbImage } from '../../core/rgb-image.ts'
import type { Line } from '../text/line.ts'
import { rgbValue } from '../theme/pixels.ts'
import { imageLines } from './pixel-grid.ts'

/** So that prompt and keys stay beside it in a window of 24 rows. */
const MOST_ROWS = 14

/** A screen is drawn at each key that is pressed, and an image is the same each time. */
const drawn = new WeakMap<RgbImage, Map<number, readonly Line[]>>()

/** An image in colours, no line wider than `width`. */
export function rgbLines(image: RgbImage, width: number): readonly Line[] {
  const byWidth = drawn.get(image) ?? new Map<number, readonly Line[]>()
  drawn.set(image, byWidth)
  const lines = byWidth.get(width) ?? draw(image, width)
  byWidth.set(width, lines)
  return lines
}

function draw({ height, width, bytes }: RgbImage, columns: number): readonly Line[] {
  const values = Array.from({ length: height * width }, (_, at) =>
    rgbValue(bytes[3 * at] ?? 0, bytes[3 * at + 1] ?? 0, bytes[3 * at + 2] ?? 0),
  )
  return imageLines({ scale: 'rgb', height, width, values }, { columns, rows: MOST_ROWS })
}
