// Detections as objects, sorted; one pass with counters of hits and misses.
type Flags = { shape: readonly number[]; data: Uint8Array }
type Scores = { shape: readonly number[]; data: Float32Array }

export function precisionRecall(tp: Flags, scores: Scores, positives: number) {
  const detections = [...scores.data].map((score, i) => ({ score, hit: tp.data[i] === 1 }))
  detections.sort((a, b) => b.score - a.score)
  const n = detections.length
  const precision = new Float64Array(n)
  const recall = new Float64Array(n)
  let hits = 0
  let misses = 0
  detections.forEach(({ hit }, k) => {
    if (hit) hits++
    else misses++
    precision[k] = hits / (hits + misses)
    recall[k] = hits === 0 ? 0 : hits / positives
  })
  return { precision: { shape: [n], data: precision }, recall: { shape: [n], data: recall } }
}
