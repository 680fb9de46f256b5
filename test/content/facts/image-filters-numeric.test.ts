import { meanFilter } from '../../../graders/mean-filter/reference.ts'
import { u8 } from '../../../src/kit/arrays.ts'
import { mean, pairs, range, root, sum, variance } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'
import { outputSize } from './sliding-window.ts'

checkNumericCards('image-filters', {
  'gaussian-filter/separable-saving': ({ k }) =>
    pairs(range(k), range(k)).length - range(k).length - range(k).length,
  // As OpenCV's bit-exact kernel writes the formula.
  'gaussian-filter/sigma-from-ksize': ({ k }) => k * 0.15 + 0.35,
  'gaussian-filter/ksize-from-sigma': ({ s }) => Math.round(s * 3 * 2 + 1) | 1,
  'gaussian-filter/incremental-blur': ({ a, b }) => root((sigma) => Math.hypot(a, sigma) - b, 0, b),
  'gaussian-filter/zero-border-width': blackRowsAtBottom,

  'max-min-filter/separable-comparisons': ({ k }) => 2 * comparisonsOfMaximum(k),
  'max-min-filter/corner-anchored-shift': shiftOfImpulse,

  'mean-filter/noise-reduction': ({ k, s }) =>
    s * Math.sqrt(sum(pairs(range(k), range(k)).map(() => (1 / (k * k)) ** 2))),
  // What lies in the corner block and the two strips belongs to the other pixels.
  'mean-filter/integral-four-lookups': ({ a, b, c, d }) => (d - (a + (b - a) + (c - a))) / 9,
  'mean-filter/integral-overflow': ({ b }) => Number((2n ** BigInt(b) - 1n) / 255n),
  'mean-filter/rounding-value': ({ s }) => meanFilter(u8([3, 3], nineWithSum(s)), 3).data[4] ?? Number.NaN,
  'mean-filter/border-zero-darkens': ({ v, k }) => v * (insideAtCorner(k) / (k * k)),
  'mean-filter/border-reflect-101': ({ a, b, c }) => mean([mirrored([a, b, c], -1), a, b]),
  'mean-filter/repeated-box': sigmaOfRepeatedBox,

  'median-filter/breakdown': impulsesSurvived,
  'median-filter/zero-padding-corners': ({ k }) => k * k - insideAtCorner(k),
  'median-filter/zero-frame': ({ h, w, k }) =>
    h * w - outputSize(h, { kernel: k }) * outputSize(w, { kernel: k }),
  'median-filter/huang-updates': pixelsExchanged,
})

checkWrongWays('image-filters', {
  'gaussian-filter/separable-saving': ({ k }) => [k * k - k, 2 * k],
  'gaussian-filter/incremental-blur': ({ a, b }) => [b - a, Math.hypot(a, b)],
  // As if the loop did not stop early.
  'gaussian-filter/zero-border-width': ({ r }) => [r],
  'max-min-filter/separable-comparisons': ({ k }) => [2 * k, k * k - 1],
  'mean-filter/noise-reduction': ({ k, s }) => [s / k ** 2, s / Math.sqrt(k)],
  'mean-filter/integral-four-lookups': ({ b, c, d }) => [(d - b - c) / 9],
  // Cut off.
  'mean-filter/rounding-value': ({ s }) => [Math.floor(s / 9)],
  // Replicated, and zeros.
  'mean-filter/border-reflect-101': ({ a, b }) => [(2 * a + b) / 3, (a + b) / 3],
  'mean-filter/repeated-box': ({ n, k }) => [n * Math.sqrt((k * k - 1) / 12)],
  'median-filter/breakdown': ({ k }) => [(k * k + 1) / 2],
  'median-filter/zero-padding-corners': ({ r }) => [(r + 1) ** 2],
  'median-filter/zero-frame': ({ k, h, w }) => [h * w - (h - k) * (w - k), (h - k + 1) * (w - k + 1)],
  'median-filter/huang-updates': ({ r }) => [2 * r + 1, (2 * r + 1) ** 2, 4 * r],
})

function blackRowsAtBottom({ k }: Drawn): number {
  const height = 60
  const out = range(height).map(() => 'black')
  for (let i = 0; i < height - k; i++) out[i + Math.floor(k / 2)] = 'written'
  return height - 1 - out.lastIndexOf('written')
}

function comparisonsOfMaximum(values: number): number {
  let comparisons = 0
  range(values).reduce((largest, value) => {
    comparisons++
    return Math.max(largest, value)
  })
  return comparisons
}

/** A row with one white pixel: how far is the middle of what the sliced maximum makes of it from that pixel? */
function shiftOfImpulse({ k }: Drawn): number {
  const row = range(61).map((x) => (x === 30 ? 255 : 0))
  const filtered = range(61 - k + 1).map((x) => Math.max(...row.slice(x, x + k)))
  const white = range(filtered.length).filter((x) => filtered[x] === 255)
  return 30 - mean(white)
}

function nineWithSum(total: number): readonly number[] {
  return range(9).map((at) => Math.floor((total + at) / 9))
}

/** How many cells of a k x k window at the corner pixel (0, 0) lie in the image. */
function insideAtCorner(k: number): number {
  const offsets = range(k).map((at) => at - Math.floor(k / 2))
  return pairs(offsets, offsets).filter(([y, x]) => y >= 0 && x >= 0).length
}

/** The pixel of a row continued by its mirror image, the first pixel standing on the mirror. */
function mirrored(row: readonly number[], at: number): number {
  return [...row.slice(1).toReversed(), ...row][row.length - 1 + at] ?? Number.NaN
}

function sigmaOfRepeatedBox({ n, k }: Drawn): number {
  let positions: readonly number[] = [0]
  for (let pass = 0; pass < n; pass++) positions = pairs(positions, range(k)).map(([at, tap]) => at + tap)
  return Math.sqrt(variance(positions))
}

function impulsesSurvived({ k }: Drawn): number {
  const isClean = (impulses: number) => {
    const window = range(k * k).map((at) => (at < impulses ? 255 : 100))
    return window.sort((a, b) => a - b)[(k * k - 1) / 2] === 100
  }
  return Math.max(...range(k * k).filter(isClean))
}

/** The cells of a window and of the next one that are not in both. */
function pixelsExchanged({ r }: Drawn): number {
  const cellsAt = (middle: number) => {
    const offsets = range(2 * r + 1).map((at) => at - r)
    return pairs(offsets, offsets).map(([y, x]) => `${y} ${middle + x}`)
  }
  const [before, after] = [cellsAt(0), cellsAt(1)]
  const [old, next] = [new Set(before), new Set(after)]
  return before.filter((cell) => !next.has(cell)).length + after.filter((cell) => !old.has(cell)).length
}
