// The place of the last equal pixel in sorted order is the count of pixels that are at most as bright.
type Image = { shape: readonly number[]; data: Uint8Array }

export function histogramEqualization(image: Image): Image {
  const sorted = image.data.slice().sort()
  const n = sorted.length
  const m = sorted.lastIndexOf(sorted[0]) + 1
  if (m === n) return { shape: image.shape, data: sorted }
  const data = image.data.map((grey) => Math.round(((sorted.lastIndexOf(grey) + 1 - m) * 255) / (n - m)))
  return { shape: image.shape, data }
}
