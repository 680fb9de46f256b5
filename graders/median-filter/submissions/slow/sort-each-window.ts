// Right, but sorts all of the window at every pixel.
type Image = { shape: readonly number[]; data: Uint8Array }

export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const out = new Uint8Array(h * w)
  const window = new Uint8Array(ksize * ksize)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let n = 0
      for (let dy = -r; dy <= r; dy++) {
        const row = Math.min(Math.max(y + dy, 0), h - 1) * w
        for (let dx = -r; dx <= r; dx++) {
          window[n++] = image.data[row + Math.min(Math.max(x + dx, 0), w - 1)]
        }
      }
      window.sort()
      out[y * w + x] = window[(n - 1) / 2]
    }
  }
  return { shape: [h, w], data: out }
}
