/*
 * Average precisions of detections in falling order of score: which of them are true positives, and how many objects
 * there are. One point at a time, for mutants.
 */

/**
 * The best precision at a recall or above it, averaged over the recalls 0, 1 / steps ... 1: 10 for VOC 2007, 100 for
 * COCO.
 */
export function interpolatedPrecision(hits: readonly boolean[], positives: number, steps: number): number {
  return atLevels(envelope(curve(hits, positives)), steps)
}

/** The raw precisions at COCO's recalls. */
export function precisionWithoutEnvelope(hits: readonly boolean[], positives: number): number {
  return atLevels(curve(hits, positives), 100)
}

/** As Pascal VOC has it since 2010. */
export function areaUnderEnvelope(hits: readonly boolean[], positives: number): number {
  const points = envelope(curve(hits, positives))
  return hits.reduce((area, hit, at) => area + (hit ? (points[at]?.precision ?? 0) / positives : 0), 0)
}

function atLevels(points: readonly Point[], steps: number): number {
  const levels = Array.from({ length: steps + 1 }, (_, step) => step / steps)
  return average(levels.map((level) => points.find(({ recall }) => recall >= level)?.precision ?? 0))
}

interface Point {
  readonly recall: number
  readonly precision: number
}

function curve(hits: readonly boolean[], positives: number): readonly Point[] {
  let found = 0
  return hits.map((hit, rank) => {
    if (hit) found++
    return { recall: found / positives, precision: found / (rank + 1) }
  })
}

/** Raises each precision to the best at its recall or a higher one. */
function envelope(points: readonly Point[]): readonly Point[] {
  let best = 0
  const raised = points.toReversed().map(({ recall, precision }) => {
    best = Math.max(best, precision)
    return { recall, precision: best }
  })
  return raised.reverse()
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
