import type { Nd } from '#kit'

/** As cv2.Canny with the L1 magnitude: Sobel, suppression across the edge, two thresholds, linking with a stack. */
export function canny(image: Nd<'u8'>, low: number, high: number): Nd<'u8'> {
  const [height, width] = image.shape as [number, number]
  const { gx, gy, size, stride } = gradients(image)
  const data = new Uint8Array(height * width)
  // The places of candidates above the low threshold, until they are found to be edges.
  const weak = new Uint8Array(size.length)
  const stack: number[] = []
  for (let y = 1; y <= height; y++) {
    for (let at = y * stride + 1; at <= y * stride + width; at++) {
      const magnitude = size[at] as number
      if (magnitude <= Math.min(low, high)) continue
      if (!isMaximum(size, at, stride, gx[at] as number, gy[at] as number)) continue
      weak[at] = 1
      if (magnitude > Math.max(low, high)) stack.push(at)
    }
  }
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (weak[at] === 0) continue
    weak[at] = 0
    data[(Math.floor(at / stride) - 1) * width + (at % stride) - 1] = 255
    for (const row of [at - stride, at, at + stride]) stack.push(row - 1, row, row + 1)
  }
  return { shape: image.shape, data }
}

/** Within a frame of one pixel, in which the magnitude is 0. */
function gradients({ shape, data }: Nd<'u8'>) {
  const [height, width] = shape as [number, number]
  const stride = width + 2
  const [gx, gy, size] = [1, 2, 3].map(() => new Int32Array(stride * (height + 2))) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  for (let y = 0; y < height; y++) {
    const above = Math.max(y - 1, 0) * width
    const here = y * width
    const below = Math.min(y + 1, height - 1) * width
    for (let x = 0; x < width; x++) {
      const left = Math.max(x - 1, 0)
      const right = Math.min(x + 1, width - 1)
      const pixel = (row: number, column: number) => data[row + column] as number
      const across = (row: number) => pixel(row, right) - pixel(row, left)
      const down = (column: number) => pixel(below, column) - pixel(above, column)
      const at = (y + 1) * stride + x + 1
      const dx = across(above) + 2 * across(here) + across(below)
      const dy = down(left) + 2 * down(x) + down(right)
      gx[at] = dx
      gy[at] = dy
      size[at] = Math.abs(dx) + Math.abs(dy)
    }
  }
  return { gx, gy, size, stride }
}

const TAN_22_5 = Math.SQRT2 - 1

function isMaximum(size: Int32Array, at: number, stride: number, gx: number, gy: number): boolean {
  const here = size[at] as number
  const [along, across] = [Math.abs(gx), Math.abs(gy)]
  if (across < TAN_22_5 * along) return here > (size[at - 1] as number) && here >= (size[at + 1] as number)
  if (along < TAN_22_5 * across) {
    return here > (size[at - stride] as number) && here >= (size[at + stride] as number)
  }
  const step = gx < 0 === gy < 0 ? stride + 1 : stride - 1
  return here > (size[at - step] as number) && here > (size[at + step] as number)
}
