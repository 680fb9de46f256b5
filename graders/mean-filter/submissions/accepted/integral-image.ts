// Summed-area table of the padded image: four look-ups a pixel.
type Image = { shape: readonly number[]; data: Uint8Array }

export function meanFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const pw = w + 2 * r
  const ph = h + 2 * r
  const table = new Float64Array((ph + 1) * (pw + 1))
  const xs = Int32Array.from({ length: pw }, (_, x) => mirror(x - r, w))
  for (let y = 0; y < ph; y++) {
    const row = mirror(y - r, h) * w
    const above = y * (pw + 1)
    const here = above + pw + 1
    let sum = 0
    for (let x = 0; x < pw; x++) {
      sum += image.data[row + xs[x]]
      table[here + x + 1] = table[above + x + 1] + sum
    }
  }
  const out = new Uint8Array(h * w)
  const area = ksize * ksize
  for (let y = 0; y < h; y++) {
    const top = y * (pw + 1)
    const bottom = (y + ksize) * (pw + 1)
    for (let x = 0; x < w; x++) {
      const sum = table[bottom + x + ksize] - table[bottom + x] - table[top + x + ksize] + table[top + x]
      out[y * w + x] = Math.round(sum / area)
    }
  }
  return { shape: [h, w], data: out }
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
