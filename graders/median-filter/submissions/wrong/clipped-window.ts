// diagnosis: window-clipped-upper
type Image = { shape: readonly number[]; data: Uint8Array }

export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const values = []
      for (let yy = Math.max(0, y - r); yy <= Math.min(h - 1, y + r); yy++) {
        for (let xx = Math.max(0, x - r); xx <= Math.min(w - 1, x + r); xx++) values.push(image.data[yy * w + xx])
      }
      values.sort((a, b) => a - b)
      out[y * w + x] = values[Math.floor(values.length / 2)]
    }
  }
  return { shape: image.shape, data: out }
}
