// diagnosis: first-of-bright+shares-left-out
type Image = { shape: readonly number[]; data: Uint8Array }

export function otsuThreshold({ data }: Image): number {
  const levels = [...new Set(data)].sort((a, b) => a - b)
  const mean = (values: Uint8Array) => values.reduce((a, b) => a + b, 0) / values.length
  let [best, threshold] = [-1, 0]
  for (const t of levels.slice(1)) {
    const score = (mean(data.filter((p) => p >= t)) - mean(data.filter((p) => p < t))) ** 2
    if (score > best) [best, threshold] = [score, t]
  }
  return threshold
}
