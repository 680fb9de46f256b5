import { areaUnderLines, type CurvePoint, precisionBetween } from './precision.ts'

/** As YOLOv5's `compute_ap`: the curve from precision 1 to 0, read at 101 recalls between its points. */
export function yoloAverage(points: readonly CurvePoint[]): number {
  if (points.length === 0) return 0
  const curve = [{ recall: 0, precision: 1 }, ...points, { recall: 1, precision: 0 }]
  const read = Array.from({ length: 101 }, (_, step) => ({
    recall: step / 100,
    precision: precisionBetween(curve, step / 100),
  }))
  return areaUnderLines(read)
}
