/** Two rows of pixels that share one row of characters. Only the theme says how a value looks. */
export interface Pixels {
  /** `grey` from 0 to 1, `difference` from -1 to 1; NaN where there is no number. */
  readonly scale: Scale
  readonly tops: readonly number[]
  /** Undefined where the picture ends with the upper half. */
  readonly bottoms: readonly (number | undefined)[]
  /** The picture of which they are a row, where they are one. */
  readonly of?: PictureRow | undefined
}

export type Scale = 'grey' | 'difference'

/** A picture, ready to be shown: row-major, in the units of its scale. */
export interface PixelGrid {
  readonly scale: Scale
  readonly height: number
  readonly width: number
  readonly values: readonly number[]
}

/** A picture and the room that it takes: what a terminal with graphics shows in the place of half blocks. */
export interface FittedPicture {
  /** As large as it came. */
  readonly grid: PixelGrid
  /** In columns of characters. */
  readonly columns: number
  /** In halves of rows of characters. */
  readonly halves: number
}

export interface PictureRow {
  readonly picture: FittedPicture
  /** Of the picture's rows of characters, from 0. */
  readonly row: number
}
