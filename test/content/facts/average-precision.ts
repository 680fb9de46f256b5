import { range, sum } from './arithmetic.ts'

/** The detections of one class by falling score: is each a true positive? */
export type Ranking = readonly boolean[]

/** Under the envelope: each step of recall counts with the best precision from there on. */
export function areaUnderEnvelope(ranking: Ranking, objects: number): number {
  const curve = curveOf(ranking)
  const steps = curve.filter((_, at) => ranking[at])
  return sum(steps.map(({ found }) => bestPrecision(curve, found))) / objects
}

/** The raw precision at each true positive, as scikit-learn sums it. */
export function rawArea(ranking: Ranking, objects: number): number {
  const steps = curveOf(ranking).filter((_, at) => ranking[at])
  return sum(steps.map(({ precision }) => precision)) / objects
}

/** Interpolated precision at recall 0, 1 / (levels - 1), ..., 1. VOC 2007 takes 11 levels, COCO 101. */
export function sampledAp(ranking: Ranking, objects: number, levels: 11 | 101): number {
  const curve = curveOf(ranking)
  // found / objects >= level / (levels - 1), in whole numbers.
  const needed = range(levels).map((level) => Math.ceil((level * objects) / (levels - 1)))
  return sum(needed.map((found) => bestPrecision(curve, found))) / levels
}

interface Point {
  /** True positives up to here. */
  readonly found: number
  readonly precision: number
}

function curveOf(ranking: Ranking): readonly Point[] {
  return ranking.map((_, at) => {
    const found = ranking.slice(0, at + 1).filter(Boolean).length
    return { found, precision: found / (at + 1) }
  })
}

function bestPrecision(curve: readonly Point[], found: number): number {
  return Math.max(0, ...curve.filter((point) => point.found >= found).map(({ precision }) => precision))
}
