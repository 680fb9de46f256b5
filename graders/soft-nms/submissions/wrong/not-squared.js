// diagnosis: overlap-not-squared
export function softNms(boxes, scores, sigma, scoreThreshold) {
  let left = Array.from(scores.data, (score, index) => ({ index, score }))
  const index = []
  const score = []
  while ((left = left.filter((one) => one.score >= scoreThreshold)).length > 0) {
    const best = left.reduce((a, b) => (b.score > a.score ? b : a))
    index.push(best.index)
    score.push(best.score)
    left = left
      .filter((one) => one !== best)
      .map((one) => ({ ...one, score: one.score * Math.exp(-iou(boxes.data, best.index, one.index) / sigma) }))
  }
  return { index: Int32Array.from(index), score: Float32Array.from(score) }
}

function iou(data, i, j) {
  const [ax1, ay1, ax2, ay2] = data.subarray(4 * i)
  const [bx1, by1, bx2, by2] = data.subarray(4 * j)
  const shared = Math.max(0, Math.min(ax2, bx2) - Math.max(ax1, bx1)) * Math.max(0, Math.min(ay2, by2) - Math.max(ay1, by1))
  return shared / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared) || 0
}
