/** Two rows of pixels that share one row of characters. Only the theme says how a value looks. */
export interface Pixels {
  /** `grey` from 0 to 1, `difference` from -1 to 1; NaN where there is no number. */
  readonly scale: Scale
  readonly tops: readonly number[]
  /** Undefined where the picture ends with the upper half. */
  readonly bottoms: readonly (number | undefined)[]
}

export type Scale = 'grey' | 'difference'
