// The smallest variance within the classes, each threshold by itself.
type Image = { shape: readonly number[]; data: Uint8Array }

export function otsuThreshold(image: Image): number {
  const pixels = Array.from(image.data)
  const levels = [...new Set(pixels)].sort((a, b) => a - b).slice(0, -1)
  const cost = (t: number) => scatter(pixels.filter((p) => p <= t)) + scatter(pixels.filter((p) => p > t))
  const costs = levels.map(cost)
  return levels[costs.indexOf(Math.min(...costs))] ?? 0
}

function scatter(values: number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
