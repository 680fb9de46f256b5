import { fieldShown, imageIn } from '../../core/image-in.ts'
import type { Say, Text } from '../../core/locale.ts'
import { withDigits } from '../../core/significant-digits.ts'
import type { NdArray } from '../../core/value.ts'
import type { Failure } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { PANEL_GAP, type Panel, panelLines } from '../images/panels.ts'
import { imageLines, pixelRun, RAMP } from '../images/pixel-grid.ts'
import { cropLine, type Line, lineWidth, run } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import type { PixelGrid } from '../theme/pixels.ts'
import { COLON, join } from '../words/punctuation.ts'
import { FEW_DIGITS } from './array-grid.ts'
import { CASE, EXPECTED, GOT } from './side-names.ts'

/** An image that is made smaller than this can hardly be read; there are then fewer in a row. */
const LEAST_COLUMNS = 16
const MOST_ROWS = 10

/** Input, expected, yours and their difference as images; nothing where the case is not about images. */
export function caseImages(failure: Failure, { say, width }: Pick<Around, 'say' | 'width'>): readonly Line[] {
  const { imageCase, worst } = failure
  const shown = imageCase ?? { ...failure, at: worst?.at }
  const expected = imageIn(shown.expected, shown.at)
  if (expected === undefined) return []
  const inputs = shown.args.flatMap(({ name, value }) => {
    const image = imageIn(value, undefined)
    return image === undefined ? [] : [{ title: name, image }]
  })
  const [input] = inputs
  const field = fieldShown(shown.expected, shown.at)
  const images = { input, field, expected, got: imageIn(shown.got, shown.at) }
  const range = rangeOf(input && isAlike(input.image, expected) ? [expected, input.image] : [expected])
  const otherCase =
    imageCase === undefined || imageCase.name === failure.case ? undefined : say(imageCase.name)
  return [
    ...(otherCase === undefined ? [] : wrap([run(say(join(CASE, COLON)), 'heading'), run(otherCase)], width)),
    ...panelLines(panelsOf(titledGrids(images, range, say), width), width),
    ...legendLines(range, say, width),
  ]
}

interface CaseImages {
  readonly input: { readonly title: string; readonly image: NdArray } | undefined
  /** Of the result, that is shown; undefined where it is the whole. */
  readonly field: string | undefined
  readonly expected: NdArray
  readonly got: NdArray | undefined
}

interface TitledGrid {
  readonly title: string
  readonly grid: PixelGrid
}

function titledGrids(
  { input, field, expected, got }: CaseImages,
  range: GreyRange,
  say: Say,
): readonly TitledGrid[] {
  const before =
    input === undefined
      ? []
      : [
          {
            title: input.title,
            grid: greyGrid(input.image, isAlike(input.image, expected) ? range : rangeOf([input.image])),
          },
        ]
  const titleOf = (side: Text) => [field, say(side)].filter((word) => word !== undefined).join(' ')
  return [
    ...before,
    { title: titleOf(EXPECTED), grid: greyGrid(expected, range) },
    ...(got === undefined ? [] : [{ title: titleOf(GOT), grid: greyGrid(got, range) }]),
    ...differenceOf(expected, got, say({ en: 'difference', zh: '差' })),
  ]
}

function panelsOf(grids: readonly TitledGrid[], width: number): readonly Panel[] {
  const columns = columnsFor(grids.length, Math.max(...grids.map(({ grid }) => grid.width)), width)
  return grids.map(({ title, grid }) => ({
    title,
    lines: imageLines(grid, { columns, rows: MOST_ROWS }),
  }))
}

/** What black, white and the colours of the difference mean, on one line where it fits. */
function legendLines({ low, high }: GreyRange, say: Say, width: number): readonly Line[] {
  const greys = Array.from(RAMP, (_, at) => at / (RAMP.length - 1))
  const ends = [
    run(`${withDigits(low, FEW_DIGITS)} `, 'hint'),
    run(` ${withDigits(high, FEW_DIGITS)}`, 'hint'),
  ] as const
  const scale: Line = [ends[0], pixelRun('grey', greys), ends[1]]
  const signs: Line = [
    pixelRun('difference', [1]),
    run(` ${say({ en: 'too large', zh: '偏大' })}  `, 'hint'),
    pixelRun('difference', [-1]),
    run(` ${say({ en: 'too small', zh: '偏小' })}`, 'hint'),
  ]
  const both: Line = [...scale, run('   '), ...signs]
  return lineWidth(both) <= width ? [both] : [cropLine(scale, width), cropLine(signs, width)]
}

/** How wide each may be: with as many in a row as leaves them readable. */
function columnsFor(count: number, imageWidth: number, width: number): number {
  for (let inRow = count; inRow > 1; inRow--) {
    const columns = Math.floor((width + PANEL_GAP) / inRow) - PANEL_GAP
    if (columns >= Math.min(imageWidth, LEAST_COLUMNS)) return columns
  }
  return width
}

/** Of pixels the same grey means the same number in both; scores beside weights would leave the weights one grey. */
function isAlike(image: NdArray, other: NdArray): boolean {
  return image.dtype === 'u8' && other.dtype === 'u8'
}

interface GreyRange {
  readonly low: number
  readonly high: number
}

function rangeOf(images: readonly NdArray[]): GreyRange {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { data } of images) {
    for (const value of data) {
      if (!Number.isFinite(value)) continue
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low > high ? { low: 0, high: 0 } : { low, high }
}

/**
 * What lies outside the range is as dark or as bright as its ends. A range without extent is black below and
 * white above.
 */
function greyGrid({ shape, data }: NdArray, { low, high }: GreyRange): PixelGrid {
  const [height = 0, width = 0] = shape
  // Halved, for the numbers of a wrong answer may lie further apart than the largest one there is.
  const extent = high / 2 - low / 2
  const values = Array.from(data, (value) => {
    if (Number.isNaN(value)) return value
    if (extent === 0) return value === low ? 0.5 : value > low ? 1 : 0
    return Math.min(1, Math.max(0, (value / 2 - low / 2) / extent))
  })
  return { scale: 'grey', height, width, values }
}

/** Nothing where the shapes differ. */
function differenceOf(expected: NdArray, got: NdArray | undefined, title: string): readonly TitledGrid[] {
  if (got === undefined || got.shape.join() !== expected.shape.join()) return []
  const [height = 0, width = 0] = expected.shape
  const differences = Array.from(got.data, (value, at) => {
    const wanted = expected.data[at] ?? 0
    return Object.is(value, wanted) ? 0 : value - wanted
  })
  const most = differences.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  )
  const values = differences.map((value) => {
    if (value === 0 || Number.isNaN(value)) return value
    return Number.isFinite(value) ? value / most : Math.sign(value)
  })
  const extent = most === 0 ? '' : ` ±${withDigits(most, FEW_DIGITS)}`
  return [{ title: title + extent, grid: { scale: 'difference', height, width, values } }]
}
