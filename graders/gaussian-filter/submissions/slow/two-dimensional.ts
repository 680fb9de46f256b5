// Right, but sums ksize * ksize products at every pixel.
type Image = { shape: readonly number[]; data: Float32Array }

export function gaussianFilter(image: Image, ksize: number, sigma: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const kernel = new Float64Array(ksize * ksize)
  let total = 0
  for (let i = 0; i < kernel.length; i++) {
    const dy = Math.floor(i / ksize) - r
    const dx = (i % ksize) - r
    kernel[i] = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma))
    total += kernel[i]
  }
  const out = new Float32Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0
      for (let i = 0; i < ksize; i++) {
        for (let j = 0; j < ksize; j++) {
          sum += kernel[i * ksize + j] * image.data[mirror(y + i - r, h) * w + mirror(x + j - r, w)]
        }
      }
      out[y * w + x] = sum / total
    }
  }
  return { shape: [h, w], data: out }
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
