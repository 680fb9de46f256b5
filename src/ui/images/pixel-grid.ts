import { mean } from '../../core/sum.ts'
import type { Line, TextRun } from '../text/line.ts'
import {
  channelsOf,
  type FittedImage,
  type ImageRow,
  type PixelGrid,
  rgbValue,
  type Scale,
} from '../theme/pixels.ts'

/** In characters. */
export interface Room {
  readonly columns: number
  readonly rows: number
}

/**
 * Fits an image into a room: twice as large where it can be, pooled where it must be. Two rows of pixels make
 * one of characters.
 */
export function fitGrid(grid: PixelGrid, { columns, rows }: Room): PixelGrid {
  const ratio = Math.min(2, columns / grid.width, (2 * rows) / grid.height)
  const factor = ratio >= 1 ? Math.floor(ratio) : ratio
  return resample(
    grid,
    Math.max(1, Math.floor(grid.height * factor)),
    Math.max(1, Math.floor(grid.width * factor)),
  )
}

/** The lines of an image that is made to fit a room; they know the image as large as it came. */
export function imageLines(grid: PixelGrid, room: Room): readonly Line[] {
  const fitted = fitGrid(grid, room)
  return pixelLines(fitted, { grid, columns: fitted.width, halves: fitted.height })
}

/**
 * One line for two rows of pixels, as many columns as the image is wide. Its text stands for the pixels where
 * colours cannot.
 */
function pixelLines({ scale, height, width, values }: PixelGrid, image: FittedImage): readonly Line[] {
  return Array.from({ length: Math.ceil(height / 2) }, (_, line): Line => {
    const rowAt = (row: number) =>
      Array.from({ length: width }, (_, column) => (row < height ? values[row * width + column] : undefined))
    const tops = rowAt(2 * line).map((value) => value ?? 0)
    return [pixelRun(scale, tops, rowAt(2 * line + 1), { image, row: line })]
  })
}

/** @param bottoms as `tops` where left out */
export function pixelRun(
  scale: Scale,
  tops: readonly number[],
  bottoms: readonly (number | undefined)[] = tops,
  of?: ImageRow,
): TextRun {
  const text = tops.map((top, column) => characterOf(scale, top, bottoms[column] ?? top)).join('')
  return { text, pixels: { scale, tops, bottoms, of } }
}

/** From dark to bright. */
export const RAMP = ' .:-=+*#%@'

function characterOf(scale: Scale, top: number, bottom: number): string {
  if (Number.isNaN(top + bottom)) return '?'
  if (scale === 'grey') return rampCharacter((top + bottom) / 2)
  if (scale === 'rgb') return rampCharacter((greyOf(top) + greyOf(bottom)) / 2)
  const larger = strongest([top, bottom])
  if (larger === 0) return '·'
  return larger > 0 ? '+' : '-'
}

/** Rec. 601, from 0 to 1. */
function greyOf(value: number): number {
  const [red, green, blue] = channelsOf(value)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

function rampCharacter(grey: number): string {
  return RAMP.charAt(Math.min(RAMP.length - 1, Math.floor(grey * RAMP.length)))
}

/** Pooled where it becomes smaller: to the mean, of differences to the strongest. Else each pixel is repeated. */
export function resample(grid: PixelGrid, height: number, width: number): PixelGrid {
  if (height === grid.height && width === grid.width) return grid
  const pool = POOLS[grid.scale]
  const rows = spansOf(grid.height, height)
  const columns = spansOf(grid.width, width)
  const values = rows.flatMap(([top, below]) =>
    columns.map(([left, right]) => {
      const pooled: number[] = []
      for (let row = top; row < below; row++)
        for (let column = left; column < right; column++)
          pooled.push(grid.values[row * grid.width + column] ?? 0)
      return pool(pooled)
    }),
  )
  return { scale: grid.scale, height, width, values }
}

/** Which of the pixels before become each of those after; half-open. */
function spansOf(before: number, after: number): readonly (readonly [number, number])[] {
  return Array.from({ length: after }, (_, at) => {
    const from = Math.floor((at * before) / after)
    return [from, Math.max(from + 1, Math.floor(((at + 1) * before) / after))]
  })
}

/** A single wrong pixel must not vanish among right ones. */
function strongest(values: readonly number[]): number {
  return values.reduce((most, value) =>
    Number.isNaN(most) || Math.abs(value) <= Math.abs(most) ? most : value,
  )
}

const POOLS: { readonly [S in Scale]: (values: readonly number[]) => number } = {
  grey: mean,
  difference: strongest,
  rgb: meanColour,
}

function meanColour(values: readonly number[]): number {
  let [reds, greens, blues] = [0, 0, 0]
  for (const value of values) {
    const [red, green, blue] = channelsOf(value)
    reds += red
    greens += green
    blues += blue
  }
  const meanOf = (sum: number) => Math.round(sum / values.length)
  return rgbValue(meanOf(reds), meanOf(greens), meanOf(blues))
}
