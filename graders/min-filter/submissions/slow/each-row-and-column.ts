// Right and separable, but each window of ksize values is searched from its start.
type Image = { shape: readonly number[]; data: Uint8Array }

export function minFilter({ shape, data }: Image, ksize: number): Image {
  const [h, w] = shape
  const r = (ksize - 1) / 2
  const least = data.slice()
  for (let at = 0; at < data.length; at++) {
    const x = at % w
    for (let d = -r; d <= r; d++) if (x + d >= 0 && x + d < w) least[at] = Math.min(least[at], data[at + d])
  }
  const out = least.slice()
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let i = y - r; i <= y + r; i++) if (i >= 0 && i < h) out[y * w + x] = Math.min(out[y * w + x], least[i * w + x])
  return { shape, data: out }
}
