// Huang 1979 without padding: coordinates are clamped where they are read, and the scan goes to and fro like a snake.
type Image = { shape: readonly number[]; data: Uint8Array }

export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const half = (ksize * ksize - 1) / 2
  const out = new Uint8Array(h * w)
  const hist = new Int32Array(256)
  let less = 0
  let med = 0
  const xs = Int32Array.from({ length: w + 2 * r + 2 }, (_, i) => Math.min(Math.max(i - r - 1, 0), w - 1))
  const ys = Int32Array.from({ length: h + 2 * r + 2 }, (_, i) => Math.min(Math.max(i - r - 1, 0), h - 1) * w)
  const change = (v: number, by: number) => {
    hist[v] += by
    if (v < med) less += by
  }
  const column = (x: number, y: number, by: number) => {
    for (let d = -r; d <= r; d++) change(image.data[ys[y + d + r + 1] + xs[x + r + 1]], by)
  }
  const row = (x: number, y: number, by: number) => {
    for (let d = -r; d <= r; d++) change(image.data[ys[y + r + 1] + xs[x + d + r + 1]], by)
  }
  for (let x = -r; x <= r; x++) column(x, 0, 1)
  let x = 0
  for (let y = 0; y < h; y++) {
    const step = y % 2 === 0 ? 1 : -1
    for (let n = 0; n < w; n++) {
      if (n > 0) {
        column(x - step * r, y, -1)
        x += step
        column(x + step * r, y, 1)
      }
      while (less > half) less -= hist[--med]
      while (less + hist[med] <= half) less += hist[med++]
      out[y * w + x] = med
    }
    if (y + 1 < h) {
      row(x, y - r, -1)
      row(x, y + 1 + r, 1)
    }
  }
  return { shape: [h, w], data: out }
}
