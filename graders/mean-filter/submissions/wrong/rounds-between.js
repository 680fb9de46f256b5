// diagnosis: rounded-twice
const mirror = (i, n) => {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}

export function meanFilter(image, ksize) {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const rows = new Uint8Array(h * w)
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let d = -r; d <= r; d++) sum += image.data[y * w + mirror(x + d, w)]
      rows[y * w + x] = Math.round(sum / ksize)
    }
  }
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let d = -r; d <= r; d++) sum += rows[mirror(y + d, h) * w + x]
      out[y * w + x] = Math.round(sum / ksize)
    }
  }
  return { shape: [h, w], data: out }
}
