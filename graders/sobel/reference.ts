import type { Nd } from '#kit'

export interface ImageGradient {
  readonly gx: Nd<'f32'>
  readonly gy: Nd<'f32'>
  readonly magnitude: Nd<'f32'>
}

/** As cv2.Sobel with the border reflect-101: a difference along one axis, the weights 1 2 1 along the other. */
export function sobel({ shape, data }: Nd<'f32'>): ImageGradient {
  const [height, width] = shape as [number, number]
  const [gx, gy] = [new Float32Array(data.length), new Float32Array(data.length)]
  const pixel = (y: number, x: number) => data[mirrored(y, height) * width + mirrored(x, width)] as number
  for (let at = 0; at < data.length; at++) {
    const [y, x] = [Math.floor(at / width), at % width]
    const across = (row: number) => pixel(row, x + 1) - pixel(row, x - 1)
    const down = (column: number) => pixel(y + 1, column) - pixel(y - 1, column)
    gx[at] = across(y - 1) + 2 * across(y) + across(y + 1)
    gy[at] = down(x - 1) + 2 * down(x) + down(x + 1)
  }
  const magnitude = gx.map((dx, at) => Math.hypot(dx, gy[at] as number))
  return { gx: { shape, data: gx }, gy: { shape, data: gy }, magnitude: { shape, data: magnitude } }
}

/** One place beyond the end is one place before it. */
function mirrored(index: number, length: number): number {
  if (length === 1) return 0
  return index < length ? Math.abs(index) : length - 2
}
