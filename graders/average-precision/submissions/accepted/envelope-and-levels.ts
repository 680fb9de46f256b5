// Precision and recall at every rank, the envelope from the right, then the rule that is asked for.
type Flags = { shape: readonly number[]; data: Uint8Array }
type Scores = { shape: readonly number[]; data: Float32Array }

export function averagePrecision(tp: Flags, scores: Scores, positives: number, method: string): number {
  if (positives === 0) return 0
  const order = [...scores.data.keys()].sort((a, b) => scores.data[b] - scores.data[a] || a - b)
  const recall: number[] = [0]
  const precision: number[] = [0]
  let hits = 0
  order.forEach((i, k) => {
    hits += tp.data[i]
    recall.push(hits / positives)
    precision.push(hits / (k + 1))
  })
  for (let k = precision.length - 1; k > 0; k--) precision[k - 1] = Math.max(precision[k - 1], precision[k])
  if (method === 'area') {
    let area = 0
    for (let k = 1; k < recall.length; k++) area += (recall[k] - recall[k - 1]) * precision[k]
    return area
  }
  const steps = method === 'voc07' ? 10 : 100
  let sum = 0
  for (let level = 0; level <= steps; level++) {
    const k = recall.findIndex((r) => r >= level / steps)
    if (k >= 0) sum += precision[k]
  }
  return sum / (steps + 1)
}
