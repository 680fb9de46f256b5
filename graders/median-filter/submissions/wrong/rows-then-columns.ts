// diagnosis: separable-median
type Image = { shape: readonly number[]; data: Uint8Array }

// First every row's median, then the median of those: fast, but not the median of the window.
export function medianFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const clamp = (i: number, n: number) => Math.min(Math.max(i, 0), n - 1)
  const median = (values: number[]) => values.sort((a, b) => a - b)[r]
  const rows = image.data.map((_, i) => {
    const y = Math.floor(i / w)
    return median(Array.from({ length: ksize }, (_, k) => image.data[y * w + clamp((i % w) + k - r, w)]))
  })
  const data = image.data.map((_, i) => {
    const y = Math.floor(i / w)
    return median(Array.from({ length: ksize }, (_, k) => rows[clamp(y + k - r, h) * w + (i % w)]))
  })
  return { shape: [h, w], data }
}
