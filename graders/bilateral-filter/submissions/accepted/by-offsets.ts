// One offset of the window after the other, added to an image of sums and an image of weights.
type Image = { shape: readonly number[]; data: Float32Array }

export function bilateralFilter({ shape, data }: Image, radius: number, sigmaColor: number, sigmaSpace: number): Image {
  const [height, width] = shape
  const sums = new Float64Array(data.length)
  const weights = new Float64Array(data.length)
  const places = (length: number, by: number) =>
    Array.from({ length }, (_, i) => {
      const period = Math.max(1, 2 * length - 2)
      const j = Math.abs(i + by) % period
      return Math.min(j, period === 1 ? 0 : period - j)
    })
  for (let dy = -radius; dy <= radius; dy++) {
    const rows = places(height, dy)
    for (let dx = -radius; dx <= radius; dx++) {
      const columns = places(width, dx)
      const space = Math.exp(-(dy * dy + dx * dx) / 2 / sigmaSpace ** 2)
      for (let at = 0; at < data.length; at++) {
        const value = data[rows[Math.floor(at / width)] * width + columns[at % width]]
        const weight = space * Math.exp(-((value - data[at]) ** 2) / 2 / sigmaColor ** 2)
        sums[at] += weight * value
        weights[at] += weight
      }
    }
  }
  return { shape, data: Float32Array.from(sums, (sum, at) => sum / weights[at]) }
}
