// diagnosis: sorted-positions
export function nms(boxes, scores, threshold) {
  const order = [...scores.data.keys()].sort((i, j) => scores.data[j] - scores.data[i])
  const sorted = order.map((i) => boxes.data.subarray(4 * i, 4 * i + 4))
  const kept = []
  sorted.forEach((box, position) => {
    if (kept.every((k) => !(iou(sorted[k], box) > threshold))) kept.push(position)
  })
  return { shape: [kept.length], data: Int32Array.from(kept) }
}

function iou([ax1, ay1, ax2, ay2], [bx1, by1, bx2, by2]) {
  const w = Math.max(0, Math.min(ax2, bx2) - Math.max(ax1, bx1))
  const h = Math.max(0, Math.min(ay2, by2) - Math.max(ay1, by1))
  return (w * h) / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - w * h)
}
