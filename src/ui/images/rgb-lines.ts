import type { RgbImage } from '../../core/rgb-image.ts'
import type { Line } from '../text/line.ts'
import { rgbValue } from '../theme/pixels.ts'
import { imageLines, type Room } from './pixel-grid.ts'

/** A screen is drawn at each key that is pressed, and an image is the same each time. */
const drawn = new WeakMap<RgbImage, Map<string, readonly Line[]>>()

/** An image in colours, made to fit a room. */
export function rgbLines(image: RgbImage, room: Room): readonly Line[] {
  const byRoom = drawn.getOrInsertComputed(image, () => new Map<string, readonly Line[]>())
  return byRoom.getOrInsertComputed(`${room.columns}x${room.rows}`, () => draw(image, room))
}

function draw({ height, width, bytes }: RgbImage, room: Room): readonly Line[] {
  const values = Array.from({ length: height * width }, (_, at) =>
    rgbValue(bytes[3 * at] ?? 0, bytes[3 * at + 1] ?? 0, bytes[3 * at + 2] ?? 0),
  )
  return imageLines({ scale: 'rgb', height, width, values }, room)
}
