import type { Nd } from '#kit'

export interface PrecisionRecall {
  readonly precision: Nd<'f64'>
  readonly recall: Nd<'f64'>
}

/** A point of the precision-recall curve for each detection, by falling score (ties by index): of all detections down to this one. */
export function precisionRecall(tp: Nd<'u8'>, scores: Nd<'f32'>, positives: number): PrecisionRecall {
  const order = Array.from(scores.data.keys()).sort(
    (a, b) => (scores.data[b] as number) - (scores.data[a] as number),
  )
  let found = 0
  const points = order.map((at, rank) => {
    found += tp.data[at] as number
    return { precision: found / (rank + 1), recall: positives > 0 ? found / positives : 0 }
  })
  return {
    precision: { shape: [points.length], data: Float64Array.from(points, (point) => point.precision) },
    recall: { shape: [points.length], data: Float64Array.from(points, (point) => point.recall) },
  }
}
