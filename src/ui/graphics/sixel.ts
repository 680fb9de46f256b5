import type { Rgb } from '../theme/theme.ts'
import { type Bitmap, bitmapOf, cutBitmap, type PixelSize } from './bitmap.ts'
import type { Dialect } from './overlay.ts'

/**
 * The part in sight is sent whenever it changes, for the terminal keeps no image apart from its cells; cells
 * that are written anew take it away.
 * @param cell undefined until the terminal has said how large it is: till then nothing is shown
 */
export function createSixel(cell: () => PixelSize | undefined): Dialect {
  const bitmaps = new Map<string, Bitmap>()
  return {
    show: ({ key, image, firstRow, rows, columns }) => {
      const size = cell()
      if (size === undefined) return ''
      const bitmap = bitmaps.getOrInsertComputed(key, () => bitmapOf(image, size))
      const inSight = { width: columns * size.width, height: rows * size.height }
      return encodeSixel(cutBitmap(bitmap, firstRow * size.height, inSight))
    },
    remove: (key) => {
      bitmaps.delete(key)
      return ''
    },
  }
}

/** A band is six rows of pixels. */
const BAND = 6

/**
 * The whole sequence. What lies outside the bitmap stays as it is (the 1 before the q). The package `sixel`
 * cannot be used for it: its encoder assigns to a variable that nothing declares, which a bundle of modules
 * forbids. Its decoder proves this one in the tests.
 * @see https://vt100.net/docs/vt3xx-gp/chapter14.html
 */
function encodeSixel(bitmap: Bitmap): string {
  const { width, height } = bitmap
  if (width === 0 || height === 0) return ''
  const { percents, pixels } = inColours(bitmap)
  const colours = percents.map((parts, at) => `#${at};2;${parts}`)
  const bands = Array.from({ length: Math.ceil(height / BAND) }, (_, band) =>
    encodeBand(pixels.subarray(BAND * band * width, BAND * (band + 1) * width), width),
  )
  return `\x1bP0;1;q"1;1;${width};${height}${colours.join('')}${bands.join('-')}\x1b\\`
}

/** As many as terminals have. */
const MOST_COLOURS = 256

interface Coloured {
  readonly percents: readonly string[]
  /** Each a place in them. */
  readonly pixels: Uint32Array
}

/** Sixel says colours in percents. So greys and differences are never too many; those of a photograph are. */
function inColours(bitmap: Bitmap): Coloured {
  const exact = inPercents(bitmap)
  return exact.percents.length <= MOST_COLOURS ? exact : dithered(bitmap)
}

function inPercents({ palette, pixels }: Bitmap): Coloured {
  const places = new Map<string, number>()
  const placeOf = palette.map((colour) => places.getOrInsert(percentsOf(colour), places.size))
  return { percents: [...places.keys()], pixels: pixels.map((place) => placeOf[place] ?? 0) }
}

/** Of each channel. */
const LEVELS = 6
/** Bayer's matrix of 4 x 4, in sixteenths: the nearer a value lies to the next level, the more pixels take that. */
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

function dithered({ width, palette, pixels }: Bitmap): Coloured {
  const steps = Array.from({ length: LEVELS }, (_, level) => (100 * level) / (LEVELS - 1))
  const percents = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => `${red};${green};${blue}`)),
  )
  return {
    percents,
    pixels: pixels.map((place, at) => {
      const [row, column] = [Math.floor(at / width), at % width]
      const threshold = (BAYER[4 * (row % 4) + (column % 4)] ?? 0) / BAYER.length
      const level = (part: number) => Math.floor((part / 255) * (LEVELS - 1) + threshold)
      const [red, green, blue] = palette[place] ?? [0, 0, 0]
      return (level(red) * LEVELS + level(green)) * LEVELS + level(blue)
    }),
  }
}

function percentsOf(colour: Rgb): string {
  return colour.map((part) => Math.round((part / 255) * 100)).join(';')
}

/** One colour after the other, each from the left: a character says which of the six pixels of a column have it. */
function encodeBand(pixels: Uint32Array, width: number): string {
  const columns = new Map<number, Uint8Array>()
  for (const [at, place] of pixels.entries()) {
    const sixels = columns.getOrInsertComputed(place, () => new Uint8Array(width))
    sixels[at % width] = (sixels[at % width] ?? 0) | (1 << Math.floor(at / width))
  }
  return Array.from(columns, ([place, sixels]) => `#${place}${encodeRuns(sixels)}`).join('$')
}

function encodeRuns(sixels: Uint8Array): string {
  const runs: string[] = []
  let begin = 0
  for (let at = 1; at <= sixels.length; at++) {
    if (sixels[at] === sixels[begin]) continue
    runs.push(encodeRun(sixels[begin] ?? 0, at - begin))
    begin = at
  }
  return runs.join('')
}

function encodeRun(sixel: number, count: number): string {
  const character = String.fromCharCode(0x3f + sixel)
  return count > 3 ? `!${count}${character}` : character.repeat(count)
}
