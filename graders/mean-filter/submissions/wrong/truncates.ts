// diagnosis: truncated
type Image = { shape: readonly number[]; data: Uint8Array }

export function meanFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const out = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let dy = -r; dy <= r; dy++) {
        for (let dx = -r; dx <= r; dx++) sum += image.data[mirror(y + dy, h) * w + mirror(x + dx, w)]
      }
      out[y * w + x] = sum / (ksize * ksize) // a Uint8Array cuts the fraction off
    }
  }
  return { shape: [h, w], data: out }
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
