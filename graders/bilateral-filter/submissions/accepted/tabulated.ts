// The Gaussian of the distance is tabulated once, the mirrored image is written out.
type Image = { shape: readonly number[]; data: Float32Array }

export function bilateralFilter(image: Image, radius: number, sigmaColor: number, sigmaSpace: number): Image {
  const [h, w] = image.shape
  const size = 2 * radius + 1
  const near = Float64Array.from({ length: size * size }, (_, i) => {
    const dy = Math.floor(i / size) - radius
    const dx = (i % size) - radius
    return Math.exp(-0.5 * (dy * dy + dx * dx) / (sigmaSpace * sigmaSpace))
  })
  const pw = w + 2 * radius
  const padded = new Float32Array(pw * (h + 2 * radius))
  for (let i = 0; i < padded.length; i++) {
    padded[i] = image.data[mirror(Math.floor(i / pw) - radius, h) * w + mirror((i % pw) - radius, w)]
  }
  const data = new Float32Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const centre = image.data[y * w + x]
      let top = 0
      let bottom = 0
      for (let i = 0; i < near.length; i++) {
        const value = padded[(y + Math.floor(i / size)) * pw + x + (i % size)]
        const likeness = (value - centre) / sigmaColor
        const weight = near[i] * Math.exp(-0.5 * likeness * likeness)
        top += weight * value
        bottom += weight
      }
      data[y * w + x] = top / bottom
    }
  }
  return { shape: [h, w], data }
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
