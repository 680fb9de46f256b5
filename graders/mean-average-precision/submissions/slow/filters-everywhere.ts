// Right, but looks through all detections again for every threshold, class and image.
type Floats = { shape: readonly number[]; data: Float32Array }
type Ints = { shape: readonly number[]; data: Int32Array }

export function meanAveragePrecision(
  boxes: Floats, scores: Floats, labels: Ints, images: Ints,
  gtBoxes: Floats, gtLabels: Ints, gtImages: Ints,
) {
  const D = [...scores.data.keys()]
  const G = [...gtLabels.data.keys()]
  const classes = [...new Set(gtLabels.data)]
  const allImages = [...new Set([...images.data, ...gtImages.data])].sort((a, b) => a - b)
  if (classes.length === 0) return { map: -1, map50: -1, map75: -1 }
  const at = Array.from({ length: 10 }, (_, step) => {
    const threshold = 0.5 + 0.05 * step
    const aps = classes.map((c) => {
      const ranked = allImages.flatMap((image) => {
        const dets = D.filter((d) => labels.data[d] === c && images.data[d] === image)
          .sort((a, b) => scores.data[b] - scores.data[a])
          .slice(0, 100)
        let free = G.filter((g) => gtLabels.data[g] === c && gtImages.data[g] === image)
        return dets.map((d) => {
          const rivals = free
            .filter((g) => iou(boxes.data, d, gtBoxes.data, g) >= threshold)
            .sort((a, b) => iou(boxes.data, d, gtBoxes.data, b) - iou(boxes.data, d, gtBoxes.data, a))
          free = free.filter((g) => g !== rivals[0])
          return { score: scores.data[d], hit: rivals.length > 0 }
        })
      })
      ranked.sort((a, b) => b.score - a.score)
      const total = G.filter((g) => gtLabels.data[g] === c).length
      let tp = 0
      const points = ranked.map(({ hit }, n) => {
        if (hit) tp++
        return [tp / total, tp / (n + 1)]
      })
      let sum = 0
      for (let i = 0; i <= 100; i++) {
        const first = points.findIndex(([recall]) => recall >= i / 100)
        if (first >= 0) sum += points.slice(first).reduce((best, [, p]) => Math.max(best, p), 0)
      }
      return sum / 101
    })
    return aps.reduce((a, b) => a + b) / classes.length
  })
  return { map: at.reduce((a, b) => a + b) / 10, map50: at[0], map75: at[5] }
}

function iou(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const w = Math.min(a[4 * i + 2], b[4 * j + 2]) - Math.max(a[4 * i], b[4 * j])
  const h = Math.min(a[4 * i + 3], b[4 * j + 3]) - Math.max(a[4 * i + 1], b[4 * j + 1])
  if (w <= 0 || h <= 0) return 0
  const area = (d: Float32Array, k: number) => (d[4 * k + 2] - d[4 * k]) * (d[4 * k + 3] - d[4 * k + 1])
  return (w * h) / (area(a, i) + area(b, j) - w * h)
}
