// As pycocotools goes: evaluate each image and class into flat arrays, then accumulate.
type Floats = { shape: readonly number[]; data: Float32Array }
type Ints = { shape: readonly number[]; data: Int32Array }

const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

export function meanAveragePrecision(
  boxes: Floats, scores: Floats, labels: Ints, images: Ints,
  gtBoxes: Floats, gtLabels: Ints, gtImages: Ints,
) {
  const gather = (label: Ints, image: Ints) => {
    const groups: Record<number, Record<number, number[]>> = {}
    label.data.forEach((c, i) => (((groups[c] ??= {})[image.data[i]] ??= []).push(i)))
    return groups
  }
  const found = gather(labels, images)
  const wanted = gather(gtLabels, gtImages)
  const classes = Object.keys(wanted).map(Number)
  if (classes.length === 0) return { map: -1, map50: -1, map75: -1 }
  const ap = classes.map((c) => {
    const score: number[] = []
    const hits: boolean[][] = []
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

function evaluate(overlaps: number[][], count: number, threshold: number): boolean[] {
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

function accumulate(hits: boolean[], total: number): number {
  let tp = 0
  const points = hits.map((hit, n) => {
    if (hit) tp++
    return { recall: tp / total, precision: tp / (n + 1) }
  })
  for (let n = points.length - 2; n >= 0; n--) {
    points[n].precision = Math.max(points[n].precision, points[n + 1].precision)
  }
  let sum = 0
  for (let i = 0, n = 0; i <= 100; i++) {
    while (n < points.length && points[n].recall < i / 100) n++
    if (n < points.length) sum += points[n].precision
  }
  return sum / 101
}

function iou(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const w = Math.min(a[4 * i + 2], b[4 * j + 2]) - Math.max(a[4 * i], b[4 * j])
  const h = Math.min(a[4 * i + 3], b[4 * j + 3]) - Math.max(a[4 * i + 1], b[4 * j + 1])
  if (w <= 0 || h <= 0) return 0
  const area = (d: Float32Array, k: number) => (d[4 * k + 2] - d[4 * k]) * (d[4 * k + 3] - d[4 * k + 1])
  return (w * h) / (area(a, i) + area(b, j) - w * h)
}
