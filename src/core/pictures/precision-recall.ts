import { type Drawing, name, type Point } from '../drawing.ts'
import { chart } from './curve.ts'
import { averagePrecisionOf } from './ranked-scene.ts'
import type { References } from './references.ts'

/**
 * The zigzag of precision over recall, its envelope, the eleven points of VOC 2007 and what they average to.
 * @param hits for each detection, the surest first, whether it found an object that was still free
 */
export function drawPrecisionRecall(
  hits: readonly boolean[],
  positives: number,
  references: References,
): Drawing {
  const raw = rawCurve(hits, positives)
  const best = (recall: number) =>
    Math.max(0, ...raw.filter(([reached]) => reached >= recall - EPSILON).map(([, precision]) => precision))
  const recalls = Array.from({ length: 11 }, (_, at) => at / 10)
  const reached = [...new Set(raw.map(([recall]) => recall))]
  const samples = recalls.map((recall): Point => [recall, best(recall)])
  return chart(
    { label: name('recall'), from: 0, to: 1 },
    { label: name('precision'), from: 0, to: 1 },
    [
      { label: name('rawCurve'), style: 'line', points: raw, letterAt: undefined },
      { label: name('envelope'), style: 'line', points: stairs(reached, best), letterAt: undefined },
      { label: name('elevenPoints'), style: 'dots', points: samples, letterAt: undefined },
    ],
    {
      figures: [
        { label: name('apEleven'), value: samples.reduce((sum, [, precision]) => sum + precision, 0) / 11 },
        { label: name('apHundred'), value: averagePrecisionOf(hits, positives, references) },
        { label: name('apArea'), value: areaUnder(reached, best) },
      ],
    },
  )
}

/** A recall of 3 / 10 reaches 0.3, however the quotients are rounded. */
const EPSILON = 1e-9

function rawCurve(hits: readonly boolean[], positives: number): readonly Point[] {
  let found = 0
  return hits.map((isHit, at): Point => {
    if (isHit) found++
    return [found / positives, found / (at + 1)]
  })
}

function stairs(reached: readonly number[], best: (recall: number) => number): readonly Point[] {
  return [
    ...reached.flatMap((recall, at): readonly Point[] => {
      const before = reached[at - 1] ?? 0
      return [
        [before, best(recall)],
        [recall, best(recall)],
      ]
    }),
    [reached.at(-1) ?? 0, 0],
  ]
}

function areaUnder(reached: readonly number[], best: (recall: number) => number): number {
  return reached.reduce((sum, recall, at) => sum + (recall - (reached[at - 1] ?? 0)) * best(recall), 0)
}
