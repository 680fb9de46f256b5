// Running sums along the rows into a buffer of sums, then running sums down its columns.
type Image = { shape: readonly number[]; data: Uint8Array }

export function meanFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const sums = new Int32Array(h * w)
  for (let y = 0; y < h; y++) {
    let sum = 0
    for (let d = -r; d <= r; d++) sum += image.data[y * w + mirror(d, w)]
    for (let x = 0; x < w; x++) {
      sums[y * w + x] = sum
      sum += image.data[y * w + mirror(x + r + 1, w)] - image.data[y * w + mirror(x - r, w)]
    }
  }
  const out = new Uint8Array(h * w)
  const total = new Int32Array(w)
  const area = ksize * ksize
  for (let d = -r; d <= r; d++) for (let x = 0; x < w; x++) total[x] += sums[mirror(d, h) * w + x]
  for (let y = 0; y < h; y++) {
    const next = mirror(y + r + 1, h) * w
    const last = mirror(y - r, h) * w
    for (let x = 0; x < w; x++) {
      out[y * w + x] = (total[x] + (area >> 1)) / area
      total[x] += sums[next + x] - sums[last + x]
    }
  }
  return { shape: image.shape, data: out }
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
