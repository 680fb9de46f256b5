// diagnosis: equal-scores-together
// From the thresholds: all detections with at least this score.
export function precisionRecall(tp, scores, positives) {
  const indices = [...scores.data.keys()].sort((a, b) => scores.data[b] - scores.data[a])
  const points = indices.map((i) => {
    const kept = indices.filter((j) => scores.data[j] >= scores.data[i])
    const hits = kept.filter((j) => tp.data[j]).length
    return [hits / kept.length, positives ? hits / positives : 0]
  })
  return { precision: points.map((p) => p[0]), recall: points.map((p) => p[1]) }
}
