/*
 * Average precisions of detections in falling order of score: which of them are true positives, and how many objects
 * there are. One point at a time, for wrong choices.
 */

export interface CurvePoint {
  readonly recall: number
  readonly precision: number
}

/** A point behind each detection. */
export function precisionCurve(hits: readonly boolean[], positives: number): readonly CurvePoint[] {
  let found = 0
  return hits.map((hit, rank) => {
    if (hit) found++
    return { recall: found / positives, precision: found / (rank + 1) }
  })
}

/** Raises each precision to the best at its recall or a higher one. */
export function envelope(points: readonly CurvePoint[]): readonly CurvePoint[] {
  let best = 0
  const raised = points.toReversed().map(({ recall, precision }) => {
    best = Math.max(best, precision)
    return { recall, precision: best }
  })
  return raised.reverse()
}

/**
 * The first precision at each of the recalls 0, 1 / steps ... 1 or above, rounded as np.linspace rounds them:
 * 10 steps for VOC 2007, 100 for COCO.
 */
export function precisionAtLevels(
  points: readonly CurvePoint[],
  steps: number,
  reaches = (recall: number, level: number) => recall >= level,
): number {
  const apart = 1 / steps
  let [total, at] = [0, 0]
  for (let step = 0; step <= steps; step++) {
    while (at < points.length && !reaches(points[at]?.recall ?? 0, step * apart)) at++
    total += points[at]?.precision ?? 0
  }
  return total / (steps + 1)
}

/** Each rise of the recall times the precision behind it, as Pascal VOC has it since 2010. */
export function areaInSteps(points: readonly CurvePoint[]): number {
  return points.reduce(
    (area, { recall, precision }, at) => area + (recall - (points[at - 1]?.recall ?? 0)) * precision,
    0,
  )
}

/** By straight lines from point to point, as np.trapezoid. */
export function areaUnderLines(points: readonly CurvePoint[]): number {
  return points.reduce((area, { recall, precision }, at) => {
    const before = points[at - 1]
    return before ? area + ((recall - before.recall) * (precision + before.precision)) / 2 : area
  }, 0)
}

/** On the straight line between the last point at that recall or below and the next, as np.interp. */
export function precisionBetween(points: readonly CurvePoint[], at: number): number {
  const next = points.findIndex(({ recall }) => recall > at)
  const [from, to] = [points.at(next < 0 ? -1 : next - 1), points[next]]
  if (next === 0 || from === undefined) return points[0]?.precision ?? 0
  if (to === undefined) return from.precision
  return from.precision + ((to.precision - from.precision) * (at - from.recall)) / (to.recall - from.recall)
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
