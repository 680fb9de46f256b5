import { resample } from '../images/pixel-grid.ts'
import type { FittedImage } from '../theme/pixels.ts'
import { colourOf, type Rgb } from '../theme/theme.ts'

/** In pixels of the screen. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** Row-major; each pixel is a place in the palette. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly palette: readonly Rgb[]
  readonly pixels: Uint32Array
}

/**
 * An image as large as its cells: enlarged without smoothing, so that each of its pixels is a square that can
 * be seen, and pooled where it has more pixels than the screen. So its size is bounded by the window,
 * whatever the image's is.
 */
export function bitmapOf({ grid, columns, halves }: FittedImage, cell: PixelSize): Bitmap {
  const width = columns * cell.width
  const height = Math.round((halves * cell.height) / 2)
  const pooled = resample(grid, Math.min(grid.height, height), Math.min(grid.width, width))
  const { palette, indices } = paletteOf(pooled.values.map((value) => colourOf(value, grid.scale)))
  const pixels = new Uint32Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = Math.floor((row * pooled.height) / height) * pooled.width
    for (let column = 0; column < width; column++) {
      pixels[row * width + column] = indices[from + Math.floor((column * pooled.width) / width)] ?? 0
    }
  }
  return { width, height, palette, pixels }
}

function paletteOf(colours: readonly Rgb[]): {
  readonly palette: readonly Rgb[]
  readonly indices: readonly number[]
} {
  const places = new Map<number, number>()
  const palette: Rgb[] = []
  const indices = colours.map((colour) => {
    const [red, green, blue] = colour
    const code = (red << 16) | (green << 8) | blue
    return places.getOrInsertComputed(code, () => palette.push(colour) - 1)
  })
  return { palette, indices }
}

/** The part from a row on, and from the left. Smaller where the bitmap ends before. */
export function cutBitmap(bitmap: Bitmap, top: number, size: PixelSize): Bitmap {
  const width = Math.min(bitmap.width, size.width)
  const height = Math.max(0, Math.min(bitmap.height - top, size.height))
  const pixels = new Uint32Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = (top + row) * bitmap.width
    pixels.set(bitmap.pixels.subarray(from, from + width), row * width)
  }
  return { ...bitmap, width, height, pixels }
}
