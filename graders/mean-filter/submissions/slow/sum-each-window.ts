// Right, but adds up the whole window at every pixel.
type Image = { shape: readonly number[]; data: Uint8Array }

export function meanFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const pw = w + 2 * r
  const padded = new Uint8Array((h + 2 * r) * pw)
  for (let y = 0; y < h + 2 * r; y++) {
    for (let x = 0; x < pw; x++) padded[y * pw + x] = image.data[mirror(y - r, h) * w + mirror(x - r, w)]
  }
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let i = 0; i < ksize; i++) for (let j = 0; j < ksize; j++) sum += padded[(y + i) * pw + x + j]
      out[y * w + x] = Math.round(sum / (ksize * ksize))
    }
  }
  return { shape: [h, w], data: out }
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
