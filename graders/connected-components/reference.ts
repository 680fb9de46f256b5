import type { Nd } from '#kit'

/** As scipy.ndimage.label with a 3 x 3 square: in reading order, each component is filled from its first pixel with a stack. */
export function connectedComponents({ shape, data: mask }: Nd<'u8'>): Nd<'i32'> {
  const [height, width] = shape as [number, number]
  const data = new Int32Array(mask.length)
  // Marked when it is put on, so each pixel is there once at most.
  const stack = new Int32Array(mask.length)
  let label = 0
  let size = 0
  const put = (at: number) => {
    if (mask[at] === 0 || data[at] !== 0) return
    data[at] = label
    stack[size++] = at
  }
  for (let first = 0; first < mask.length; first++) {
    if (mask[first] === 0 || data[first] !== 0) continue
    label++
    put(first)
    while (size > 0) {
      const at = stack[--size] as number
      const x = at % width
      const y = (at - x) / width
      for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
        for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
          put(row * width + column)
        }
      }
    }
  }
  return { shape, data }
}
