// diagnosis: only-3x3+border-unfiltered
export function maxFilter(image, ksize) {
  const [h, w] = image.shape
  const out = new Uint8Array(h * w)
  for (let y = 1; y < h - 1; y++) {
    for (let x = 1; x < w - 1; x++) {
      let best = 0
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) best = Math.max(best, image.data[(y + dy) * w + x + dx])
      }
      out[y * w + x] = best
    }
  }
  return { shape: [h, w], data: out }
}
