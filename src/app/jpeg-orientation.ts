import type { RgbImage } from '../core/rgb-image.ts'

/** Of the tag Orientation (Exif 2.32, 4.6.5): 1 to 8, as the camera was held. */
export type Orientation = number

/** @param exif the payload of a JPEG's segment, behind its name; what cannot be read is upright */
export function orientationIn(exif: Uint8Array): Orientation {
  const tiff = new DataView(exif.buffer, exif.byteOffset, exif.length)
  try {
    const isLittle = tiff.getUint16(0) === LITTLE
    const directory = tiff.getUint32(4, isLittle)
    const count = tiff.getUint16(directory, isLittle)
    for (let at = directory + 2; at < directory + 2 + count * ENTRY; at += ENTRY)
      if (tiff.getUint16(at, isLittle) === ORIENTATION) return tiff.getUint16(at + 8, isLittle)
    return UPRIGHT
  } catch (error) {
    if (error instanceof RangeError) return UPRIGHT
    throw error
  }
}

/** `II`; the other order of bytes is `MM`. */
const LITTLE = 0x4949
/** Bytes of an entry of a directory. */
const ENTRY = 12
const ORIENTATION = 0x0112
const UPRIGHT = 1

/** The image as it was seen. */
export function turned(image: RgbImage, orientation: Orientation): RgbImage {
  const way = WAYS[orientation]
  if (way === undefined) return image
  const { isTransposed, fromRight, fromBelow } = way
  const [height, width] = isTransposed ? [image.width, image.height] : [image.height, image.width]
  const bytes = new Uint8Array(image.bytes.length)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [down, across] = isTransposed ? [column, row] : [row, column]
      const y = fromBelow ? image.height - 1 - down : down
      const x = fromRight ? image.width - 1 - across : across
      const from = 3 * (y * image.width + x)
      const to = 3 * (row * width + column)
      for (let channel = 0; channel < 3; channel++) bytes[to + channel] = image.bytes[from + channel] ?? 0
    }
  }
  return { height, width, bytes }
}

interface Way {
  /** Rows were columns. */
  readonly isTransposed: boolean
  /** Where the first pixel lay in what the camera wrote. */
  readonly fromRight: boolean
  readonly fromBelow: boolean
}

const WAYS: { readonly [orientation: Orientation]: Way } = {
  2: { isTransposed: false, fromRight: true, fromBelow: false },
  3: { isTransposed: false, fromRight: true, fromBelow: true },
  4: { isTransposed: false, fromRight: false, fromBelow: true },
  5: { isTransposed: true, fromRight: false, fromBelow: false },
  6: { isTransposed: true, fromRight: false, fromBelow: true },
  7: { isTransposed: true, fromRight: true, fromBelow: true },
  8: { isTransposed: true, fromRight: true, fromBelow: false },
}
