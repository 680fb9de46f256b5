// A queue of candidates, falling from front to back, for every row and then for every column.
type Image = { shape: readonly number[]; data: Uint8Array }

export function maxFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const rows = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) slidingMax(image.data, rows, y * w, 1, w, r)
  const out = new Uint8Array(h * w)
  for (let x = 0; x < w; x++) slidingMax(rows, out, x, w, h, r)
  return { shape: [h, w], data: out }
}

function slidingMax(src: Uint8Array, dst: Uint8Array, base: number, step: number, n: number, r: number) {
  const queue = new Int32Array(n)
  let head = 0
  let tail = 0
  let next = 0
  for (let i = 0; i < n; i++) {
    for (; next <= i + r && next < n; next++) {
      const v = src[base + next * step]
      while (tail > head && src[base + queue[tail - 1] * step] <= v) tail--
      queue[tail++] = next
    }
    while (queue[head] < i - r) head++
    dst[base + i * step] = src[base + queue[head] * step]
  }
}
