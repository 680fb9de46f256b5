// Right, but searches ksize values along each axis at every pixel.
type Image = { shape: readonly number[]; data: Uint8Array }

export function maxFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const rows = new Uint8Array(h * w)
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let best = 0
      for (let j = x - r; j <= x + r; j++) if (j >= 0 && j < w) best = Math.max(best, image.data[y * w + j])
      rows[y * w + x] = best
    }
  }
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let best = 0
      for (let i = y - r; i <= y + r; i++) if (i >= 0 && i < h) best = Math.max(best, rows[i * w + x])
      out[y * w + x] = best
    }
  }
  return { shape: [h, w], data: out }
}
