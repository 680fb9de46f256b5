// diagnosis: divides-by-object
export function matchDetections(boxes, scores, truths, threshold) {
  const rows = ({ shape, data }) => Array.from({ length: shape[0] }, (_, i) => [...data.subarray(4 * i, 4 * i + 4)])
  const objects = rows(truths).map((box) => ({ box, free: true }))
  const ranked = rows(boxes).map((box, i) => ({ box, i, score: scores.data[i] }))
  ranked.sort((a, b) => b.score - a.score)
  const tp = new Uint8Array(ranked.length)
  for (const { box, i } of ranked) {
    let best
    let most = threshold
    for (const object of objects) {
      if (object.free && covered(object.box, box) >= most) {
        best = object
        most = covered(object.box, box)
      }
    }
    if (best) {
      best.free = false
      tp[i] = 1
    }
  }
  return { shape: [tp.length], data: tp }
}

// How much of the object the detection covers.
function covered([x1, y1, x2, y2], [u1, v1, u2, v2]) {
  const w = Math.min(x2, u2) - Math.max(x1, u1)
  const h = Math.min(y2, v2) - Math.max(y1, v1)
  return w > 0 && h > 0 ? (w * h) / ((x2 - x1) * (y2 - y1)) : 0
}
