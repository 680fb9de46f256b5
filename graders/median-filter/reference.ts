import type { Nd } from '#kit'

/**
 * Median of the ksize x ksize window around each pixel; pixels beyond the border repeat the nearest one.
 * Huang, Yang and Tang 1979: a histogram slides along the row, so a step costs 2 ksize updates and a short walk.
 */
export function medianFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {
  const [height, width] = image.shape as [number, number]
  const padded = padByRepeating(image, (ksize - 1) / 2)
  const stride = width + ksize - 1
  const data = new Uint8Array(height * width)
  for (let y = 0; y < height; y++) {
    const slider = createSlider((ksize * ksize - 1) / 2)
    for (let x = 0; x < stride; x++) {
      for (let row = y; row < y + ksize; row++) {
        slider.enter(padded[row * stride + x] as number)
        if (x >= ksize) slider.leave(padded[row * stride + x - ksize] as number)
      }
      if (x >= ksize - 1) data[y * width + x - ksize + 1] = slider.valueAtRank()
    }
  }
  return { shape: image.shape, data }
}

/** Finds the value that has `rank` values before it in sorted order, starting from where it was last time. */
function createSlider(rank: number) {
  const count = new Int32Array(256)
  let value = 0
  let below = 0
  function enter(grey: number): void {
    count[grey] = (count[grey] as number) + 1
    // Not by an if, which on noise would go either way at random: processors are slow at that.
    below += Number(grey < value)
  }
  function leave(grey: number): void {
    count[grey] = (count[grey] as number) - 1
    below -= Number(grey < value)
  }
  function valueAtRank(): number {
    while (below > rank) below -= count[--value] as number
    while (below + (count[value] as number) <= rank) below += count[value++] as number
    return value
  }
  return { enter, leave, valueAtRank }
}

function padByRepeating(image: Nd<'u8'>, radius: number): Uint8Array {
  const [height, width] = image.shape as [number, number]
  const stride = width + 2 * radius
  const padded = new Uint8Array((height + 2 * radius) * stride)
  for (let y = 0; y < height + 2 * radius; y++) {
    const from = Math.min(Math.max(y - radius, 0), height - 1) * width
    const to = y * stride + radius
    padded.set(image.data.subarray(from, from + width), to)
    padded.fill(padded[to] as number, to - radius, to)
    padded.fill(padded[to + width - 1] as number, to + width, to + width + radius)
  }
  return padded
}
