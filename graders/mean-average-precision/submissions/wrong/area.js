// diagnosis: area-under-envelope
const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

export function meanAveragePrecision(boxes, scores, labels, images, gtBoxes, gtLabels, gtImages) {
  const gather = (label, image) => {
    const groups = {}
    label.data.forEach((c, i) => (((groups[c] ??= {})[image.data[i]] ??= []).push(i)))
    return groups
  }
  const found = gather(labels, images)
  const wanted = gather(gtLabels, gtImages)
  const classes = Object.keys(wanted).map(Number)
  if (classes.length === 0) return { map: -1, map50: -1, map75: -1 }
  const ap = classes.map((c) => {
    const score = []
    const hits = []
    for (const image of Object.keys(found[c] ?? {}).map(Number).sort((a, b) => a - b)) {
      const dets = found[c][image].sort((a, b) => scores.data[b] - scores.data[a]).slice(0, 100)
      const gts = wanted[c][image] ?? []
      const overlaps = dets.map((d) => gts.map((g) => iou(boxes.data, d, gtBoxes.data, g)))
      const flags = THRESHOLDS.map((t) => evaluate(overlaps, gts.length, t))
      dets.forEach((d, n) => {
        score.push(scores.data[d])
        hits.push(flags.map((f) => f[n]))
      })
    }
    const order = [...score.keys()].sort((a, b) => score[b] - score[a])
    const total = Object.values(wanted[c]).flat().length
    return THRESHOLDS.map((_, t) => accumulate(order.map((n) => hits[n][t]), total))
  })
  const at = THRESHOLDS.map((_, t) => ap.reduce((sum, row) => sum + row[t], 0) / classes.length)
  return { map: at.reduce((a, b) => a + b) / at.length, map50: at[0], map75: at[5] }
}

function evaluate(overlaps, count, threshold) {
  const free = Array(count).fill(true)
  return overlaps.map((row) => {
    let best = -1
    row.forEach((overlap, g) => {
      if (free[g] && overlap >= threshold && (best < 0 || overlap >= row[best])) best = g
    })
    if (best >= 0) free[best] = false
    return best >= 0
  })
}

function accumulate(hits, total) {
  let tp = 0
  const points = hits.map((hit, n) => {
    if (hit) tp++
    return { recall: tp / total, precision: tp / (n + 1) }
  })
  for (let n = points.length - 2; n >= 0; n--) {
    points[n].precision = Math.max(points[n].precision, points[n + 1].precision)
  }
  let area = 0
  points.forEach(({ recall, precision }, n) => {
    area += (recall - (points[n - 1]?.recall ?? 0)) * precision
  })
  return area
}

function iou(a, i, b, j) {
  const w = Math.min(a[4 * i + 2], b[4 * j + 2]) - Math.max(a[4 * i], b[4 * j])
  const h = Math.min(a[4 * i + 3], b[4 * j + 3]) - Math.max(a[4 * i + 1], b[4 * j + 1])
  if (w <= 0 || h <= 0) return 0
  const area = (d, k) => (d[4 * k + 2] - d[4 * k]) * (d[4 * k + 3] - d[4 * k + 1])
  return (w * h) / (area(a, i) + area(b, j) - w * h)
}
