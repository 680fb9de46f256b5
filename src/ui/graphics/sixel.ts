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
      const bitmap = bitmaps.get(key) ?? bitmapOf(image, size)
      bitmaps.set(key, bitmap)
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
  const { percents, pixels } = inPercents(bitmap)
  const colours = percents.map((parts, at) => `#${at};2;${parts}`)
  const bands = Array.from({ length: Math.ceil(height / BAND) }, (_, band) =>
    encodeBand(pixels.subarray(BAND * band * width, BAND * (band + 1) * width), width),
  )
  return `\x1bP0;1;q"1;1;${width};${height}${colours.join('')}${bands.join('-')}\x1b\\`
}

/** Sixel says colours in percents. There are so never more than the 256 that a terminal has, whatever the image. */
function inPercents({ palette, pixels }: Bitmap) {
  const percents: string[] = []
  const places = palette.map((colour) => {
    const parts = percentsOf(colour)
    const known = percents.indexOf(parts)
    return known < 0 ? percents.push(parts) - 1 : known
  })
  return { percents, pixels: pixels.map((place) => places[place] ?? 0) }
}

function percentsOf(colour: Rgb): string {
  return colour.map((part) => Math.round((part / 255) * 100)).join(';')
}

/** One colour after the other, each from the left: a character says which of the six pixels of a column have it. */
function encodeBand(pixels: Uint16Array, width: number): string {
  const columns = new Map<number, Uint8Array>()
  for (const [at, place] of pixels.entries()) {
    const sixels = columns.get(place) ?? new Uint8Array(width)
    columns.set(place, sixels)
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
