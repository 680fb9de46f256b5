// diagnosis: radius-is-ksize
type Image = { shape: readonly number[]; data: Uint8Array }

// `ksize` taken for the radius.
export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const window: number[] = []
      for (let dy = -ksize; dy <= ksize; dy++) {
        for (let dx = -ksize; dx <= ksize; dx++) {
          const row = Math.min(h - 1, Math.max(0, y + dy))
          const column = Math.min(w - 1, Math.max(0, x + dx))
          window.push(image.data[row * w + column])
        }
      }
      window.sort((a, b) => a - b)
      out[y * w + x] = window[window.length >> 1]
    }
  }
  return { shape: [h, w], data: out }
}
