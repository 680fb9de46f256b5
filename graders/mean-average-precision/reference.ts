import type { Nd } from '#kit'

export interface MeanAveragePrecision {
  readonly map: number
  readonly map50: number
  readonly map75: number
}

/** From .50 to .95 in steps of .05, and recalls 0, .01 ... 1: as numpy.linspace rounds them. */
const IOU_THRESHOLDS = Array.from({ length: 10 }, (_, step) => 0.5 + 0.05 * step)
const RECALLS = Array.from({ length: 101 }, (_, step) => 0.01 * step)
const MAX_DETECTIONS = 100

/** COCO's mean average precision, as pycocotools.COCOeval: boxes x1 y1 x2 y2, all areas, no crowd; -1 without any ground truth. */
export function meanAveragePrecision(
  boxes: Nd<'f32'>,
  scores: Nd<'f32'>,
  labels: Nd<'i32'>,
  images: Nd<'i32'>,
  gtBoxes: Nd<'f32'>,
  gtLabels: Nd<'i32'>,
  gtImages: Nd<'i32'>,
): MeanAveragePrecision {
  const detections = groupByClassAndImage(labels, images)
  const truths = groupByClassAndImage(gtLabels, gtImages)
  const totals = new Float64Array(IOU_THRESHOLDS.length)
  for (const [label, truthsOf] of truths) {
    const ranked: Ranked[] = []
    const detectionsOf = detections.get(label) ?? new Map<number, number[]>()
    for (const [image, indices] of [...detectionsOf].sort(([a], [b]) => a - b)) {
      const best = sortedByScore(indices, scores.data).slice(0, MAX_DETECTIONS)
      ranked.push(...matchInImage(best, truthsOf.get(image) ?? [], boxes, scores, gtBoxes))
    }
    ranked.sort((a, b) => b.score - a.score)
    const positives = [...truthsOf.values()].reduce((count, { length }) => count + length, 0)
    for (let at = 0; at < totals.length; at++) {
      totals[at] = (totals[at] as number) + averagePrecision(ranked, at, positives)
    }
  }
  if (truths.size === 0) return { map: -1, map50: -1, map75: -1 }
  const [means, all] = [totals.map((total) => total / truths.size), totals.reduce((a, b) => a + b)]
  return { map: all / totals.length / truths.size, map50: means[0] as number, map75: means[5] as number }
}

type ByClassAndImage = Map<number, Map<number, number[]>>

function groupByClassAndImage(labels: Nd<'i32'>, images: Nd<'i32'>): ByClassAndImage {
  const groups: ByClassAndImage = new Map()
  for (const [index, label] of labels.data.entries()) {
    const byImage = groups.get(label) ?? new Map<number, number[]>()
    groups.set(label, byImage)
    const image = images.data[index] as number
    const group = byImage.get(image)
    if (group) group.push(index)
    else byImage.set(image, [index])
  }
  return groups
}

function sortedByScore(indices: readonly number[], scores: Float32Array): number[] {
  return indices.toSorted((a, b) => (scores[b] as number) - (scores[a] as number))
}

interface Ranked {
  readonly score: number
  /** For each IoU threshold, whether the detection is a true positive. */
  readonly hits: readonly boolean[]
}

/** Detections in falling order of score each take the free ground truth that they overlap most; of equals, the last. */
function matchInImage(
  detections: readonly number[],
  truths: readonly number[],
  boxes: Nd<'f32'>,
  scores: Nd<'f32'>,
  gtBoxes: Nd<'f32'>,
): Ranked[] {
  const takenAt = IOU_THRESHOLDS.map(() => new Uint8Array(truths.length))
  return detections.map((detection) => {
    const overlaps = truths.map((truth) => iou(boxes.data, 4 * detection, gtBoxes.data, 4 * truth))
    const hits = IOU_THRESHOLDS.map((threshold, at) => {
      const taken = takenAt[at] as Uint8Array
      let best = -1
      let bestOverlap = threshold
      for (const [truth, overlap] of overlaps.entries()) {
        if (taken[truth] || overlap < bestOverlap) continue
        best = truth
        bestOverlap = overlap
      }
      if (best >= 0) taken[best] = 1
      return best >= 0
    })
    return { score: scores.data[detection] as number, hits }
  })
}

/** Precision at 101 recalls, each the best that is reached at that recall or a higher one. */
function averagePrecision(ranked: readonly Ranked[], threshold: number, positives: number): number {
  const recalls = new Float64Array(ranked.length)
  const precisions = new Float64Array(ranked.length)
  let truePositives = 0
  for (const [rank, { hits }] of ranked.entries()) {
    if (hits[threshold]) truePositives++
    recalls[rank] = truePositives / positives
    precisions[rank] = truePositives / (rank + 1)
  }
  for (let rank = ranked.length - 1; rank > 0; rank--) {
    precisions[rank - 1] = Math.max(precisions[rank - 1] as number, precisions[rank] as number)
  }
  let total = 0
  let rank = 0
  for (const recall of RECALLS) {
    while (rank < ranked.length && (recalls[rank] as number) < recall) rank++
    total += precisions[rank] ?? 0
  }
  return total / RECALLS.length
}

function iou(boxes: Float32Array, a: number, others: Float32Array, b: number): number {
  const left = Math.max(boxes[a] as number, others[b] as number)
  const right = Math.min(boxes[a + 2] as number, others[b + 2] as number)
  const top = Math.max(boxes[a + 1] as number, others[b + 1] as number)
  const bottom = Math.min(boxes[a + 3] as number, others[b + 3] as number)
  if (right <= left || bottom <= top) return 0
  const intersection = (right - left) * (bottom - top)
  return intersection / (area(boxes, a) + area(others, b) - intersection)
}

function area(boxes: Float32Array, at: number): number {
  const width = (boxes[at + 2] as number) - (boxes[at] as number)
  return width * ((boxes[at + 3] as number) - (boxes[at + 1] as number))
}
