// No sort: a detection's rank is how many come before it, and so are its hits.
type Flags = { shape: readonly number[]; data: Uint8Array }
type Scores = { shape: readonly number[]; data: Float32Array }

export function precisionRecall(tp: Flags, scores: Scores, positives: number) {
  const s = scores.data
  const precision = new Float64Array(s.length)
  const recall = new Float64Array(s.length)
  for (let i = 0; i < s.length; i++) {
    let rank = 0
    let hits = tp.data[i]
    for (let j = 0; j < s.length; j++) {
      if (s[j] > s[i] || (s[j] === s[i] && j < i)) {
        rank++
        hits += tp.data[j]
      }
    }
    precision[rank] = hits / (rank + 1)
    recall[rank] = hits / Math.max(positives, 1)
  }
  return { precision: { shape: [s.length], data: precision }, recall: { shape: [s.length], data: recall } }
}
