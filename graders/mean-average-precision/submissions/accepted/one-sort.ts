// One sort over all detections; each keeps a list of its free rivals, best first, at every threshold.
type Floats = { shape: readonly number[]; data: Float32Array }
type Ints = { shape: readonly number[]; data: Int32Array }

export function meanAveragePrecision(
  boxes: Floats, scores: Floats, labels: Ints, images: Ints,
  gtBoxes: Floats, gtLabels: Ints, gtImages: Ints,
) {
  const D = scores.data.length
  const G = gtLabels.data.length
  const order = [...Array(D).keys()].sort((a, b) => scores.data[b] - scores.data[a] || images.data[a] - images.data[b] || a - b)
  const truthsAt = new Map<string, number[]>()
  const positives = new Map<number, number>()
  for (let g = 0; g < G; g++) {
    const key = gtLabels.data[g] + ' ' + gtImages.data[g]
    if (!truthsAt.has(key)) truthsAt.set(key, [])
    truthsAt.get(key).push(g)
    positives.set(gtLabels.data[g], (positives.get(gtLabels.data[g]) ?? 0) + 1)
  }
  // the 100 best of each class in each image, still in falling order of score
  const used = new Map<string, number>()
  const ranked = new Map<number, number[]>()
  const rivals: [number, number][][] = Array(D)
  for (const d of order) {
    const key = labels.data[d] + ' ' + images.data[d]
    const count = used.get(key) ?? 0
    if (count === 100) continue
    used.set(key, count + 1)
    if (!ranked.has(labels.data[d])) ranked.set(labels.data[d], [])
    ranked.get(labels.data[d]).push(d)
    rivals[d] = (truthsAt.get(key) ?? [])
      .map((g): [number, number] => [iou(boxes.data, d, gtBoxes.data, g), g])
      .filter(([overlap]) => overlap >= 0.5)
      .sort((a, b) => b[0] - a[0] || b[1] - a[1])
  }
  if (G === 0) return { map: -1, map50: -1, map75: -1 }
  const taken = new Int8Array(G)
  const means: number[] = []
  for (let t = 0; t < 10; t++) {
    const threshold = 0.5 + t * 0.05
    taken.fill(0)
    let sum = 0
    for (const [label, total] of positives) {
      let tp = 0
      const curve: number[][] = []
      ;(ranked.get(label) ?? []).forEach((d, n) => {
        const match = rivals[d].find(([overlap, g]) => !taken[g] && overlap >= threshold)
        if (match) {
          taken[match[1]] = 1
          tp++
          curve.push([tp / total, tp / (n + 1)])
        }
      })
      // from the right: the best precision so far holds down to the recall before
      let best = 0
      let level = 100
      for (let c = curve.length - 1; c >= 0; c--) {
        while (level >= 0 && level * 0.01 > curve[c][0]) {
          sum += best / 101
          level--
        }
        best = Math.max(best, curve[c][1])
      }
      sum += ((level + 1) * best) / 101
    }
    means.push(sum / positives.size)
  }
  return { map: means.reduce((a, b) => a + b) / 10, map50: means[0], map75: means[5] }
}

function iou(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const w = Math.min(a[4 * i + 2], b[4 * j + 2]) - Math.max(a[4 * i], b[4 * j])
  const h = Math.min(a[4 * i + 3], b[4 * j + 3]) - Math.max(a[4 * i + 1], b[4 * j + 1])
  if (w <= 0 || h <= 0) return 0
  const area = (d: Float32Array, k: number) => (d[4 * k + 2] - d[4 * k]) * (d[4 * k + 3] - d[4 * k + 1])
  return (w * h) / (area(a, i) + area(b, j) - w * h)
}
