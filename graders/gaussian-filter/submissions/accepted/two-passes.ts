// Rows, turned, rows again: the same function does both axes.
type Image = { shape: readonly number[]; data: Float32Array }

export function gaussianFilter(image: Image, ksize: number, sigma: number): Image {
  const [h, w] = image.shape
  const r = ksize >> 1
  const half = Array.from({ length: r + 1 }, (_, d) => Math.exp(-0.5 * (d / sigma) ** 2))
  const sum = half.reduce((total, weight, d) => total + (d === 0 ? weight : 2 * weight), 0)
  const weights = Float64Array.from(half, (weight) => weight / sum)
  return { shape: image.shape, data: blurTurned(blurTurned(image.data, h, w, weights), w, h, weights) }
}

function blurTurned(data: Float32Array, h: number, w: number, weights: Float64Array): Float32Array {
  const r = weights.length - 1
  const out = new Float32Array(data.length)
  const line = new Float64Array(w + 2 * r)
  for (let y = 0; y < h; y++) {
    for (let i = 0; i < line.length; i++) line[i] = data[y * w + mirror(i - r, w)]
    for (let x = 0; x < w; x++) {
      let value = weights[0] * line[x + r]
      for (let d = 1; d <= r; d++) value += weights[d] * (line[x + r - d] + line[x + r + d])
      out[x * h + y] = value
    }
  }
  return out
}

function mirror(i: number, n: number): number {
  while (i < 0 || i >= n) i = n === 1 ? 0 : i < 0 ? -i : 2 * (n - 1) - i
  return i
}
