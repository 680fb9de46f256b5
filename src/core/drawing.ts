import type { NdArray } from './value.ts'

/**
 * What a card's picture or a chart of statistics shows, before anyone knows how wide the window is or which
 * language the learner reads.
 */
export type Drawing =
  | { readonly kind: 'images'; readonly images: readonly LabelledImage[] }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'bars'; readonly groups: readonly BarGroup[] }

export type GreyImage = Extract<NdArray, { dtype: 'u8' }>

export interface LabelledImage {
  readonly label: Label
  readonly image: GreyImage
}

export interface Chart {
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  /** A unit is as long on both axes. */
  readonly isSquare: boolean
  /** Numbers that belong to the curves. */
  readonly figures: readonly { readonly label: Label; readonly value: number }[]
}

export interface Axis {
  readonly label: Label
  readonly from: number
  readonly to: number
}

export interface Series {
  readonly label: Label
  readonly style: 'line' | 'dots'
  /** In the order in which they are joined; what lies beyond the axes is cut off. */
  readonly points: readonly Point[]
  /** Where its letter stands, as a share of the points in sight; undefined for any place. */
  readonly letterAt: number | undefined
}

export type Point = readonly [x: number, y: number]

export interface BarGroup {
  readonly label: Label
  readonly bars: readonly { readonly label: Label; readonly value: number }[]
}

/** A symbol is the same in every language; a name is a key of the screens' messages. */
export type Label =
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'name'; readonly name: LabelName; readonly detail: string | undefined }

export type LabelName =
  | 'before'
  | 'median'
  | 'mean'
  | 'max'
  | 'min'
  | 'gaussian'
  | 'opening'
  | 'closing'
  | 'precision'
  | 'recall'
  | 'rawCurve'
  | 'envelope'
  | 'elevenPoints'
  | 'apEleven'
  | 'apHundred'
  | 'apArea'
  | 'trueClass'
  | 'loss'
  | 'progress'
  | 'rate'
  | 'derivative'
  | 'logit'
  | 'gradientSize'
  | 'crossEntropy'
  | 'squaredError'
  | 'absoluteError'
  | 'smoothL1'
  | 'error'
  | 'heads'
  | 'entropy'
  | 'memory'
  | 'days'
  | 'foretold'
  | 'recalledShare'
  | 'asForetold'
  | 'happened'

export function symbol(text: string): Label {
  return { kind: 'symbol', text }
}

export function name(key: LabelName, detail?: string): Label {
  return { kind: 'name', name: key, detail }
}
