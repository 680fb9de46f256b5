/** Two rows of pixels that share one row of characters. Only the theme says how a value looks. */
export interface Pixels {
  /** `grey` from 0 to 1, `difference` from -1 to 1, NaN where there is no number; `rgb` as 0xRRGGBB. */
  readonly scale: Scale
  readonly tops: readonly number[]
  /** Undefined where the image ends with the upper half. */
  readonly bottoms: readonly (number | undefined)[]
  /** The image of which they are a row, where they are one. */
  readonly of?: ImageRow | undefined
}

export type Scale = 'grey' | 'difference' | 'rgb'

/** An image, ready to be shown: row-major, in the units of its scale. */
export interface PixelGrid {
  readonly scale: Scale
  readonly height: number
  readonly width: number
  readonly values: readonly number[]
}

/** An image and the room that it takes: what a terminal with graphics shows in the place of half blocks. */
export interface FittedImage {
  /** As large as it came. */
  readonly grid: PixelGrid
  /** In columns of characters. */
  readonly columns: number
  /** In halves of rows of characters. */
  readonly halves: number
}

export interface ImageRow {
  readonly image: FittedImage
  /** Of the image's rows of characters, from 0. */
  readonly row: number
}

/** A colour as a value of the scale `rgb`. */
export function rgbValue(red: number, green: number, blue: number): number {
  return (red << 16) | (green << 8) | blue
}

/** Red, green and blue from 0 to 255. */
export function channelsOf(value: number): readonly [red: number, green: number, blue: number] {
  return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]
}
