// diagnosis: border-wrap
type Image = { shape: readonly number[]; data: Uint8Array }

export function meanFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const inside = (index: number, length: number) => ((index % length) + length) % length
  const data = new Uint8Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let dy = -r; dy <= r; dy++)
        for (let dx = -r; dx <= r; dx++) sum += image.data[inside(y + dy, h) * w + inside(x + dx, w)]
      data[y * w + x] = Math.round(sum / (ksize * ksize))
    }
  }
  return { shape: [h, w], data }
}
