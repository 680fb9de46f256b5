// diagnosis: sorted-as-text
export function medianFilter(image, ksize) {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const values = []
      for (let dy = -r; dy <= r; dy++) {
        for (let dx = -r; dx <= r; dx++) {
          const yy = Math.min(Math.max(y + dy, 0), h - 1)
          const xx = Math.min(Math.max(x + dx, 0), w - 1)
          values.push(image.data[yy * w + xx])
        }
      }
      values.sort()
      out[y * w + x] = values[(ksize * ksize - 1) / 2]
    }
  }
  return { shape: [h, w], data: out }
}
