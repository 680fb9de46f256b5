import type { Nd } from '#kit'

/** From 0 to 1 in so many steps. */
const STEPS = { voc07: 10, coco101: 100 }

/** AP of detections by falling score (ties by index): what lies under the envelope of the curve, or its mean at some recalls. */
export function averagePrecision(
  tp: Nd<'u8'>,
  scores: Nd<'f32'>,
  positives: number,
  method: 'voc07' | 'area' | 'coco101',
): number {
  const envelope = envelopeOf(tp, scores, positives)
  return method === 'area' ? areaUnder(envelope) : meanAt(envelope, STEPS[method])
}

interface Step {
  readonly recall: number
  readonly precision: number
}

/** Where the recall rises, with the best precision at this recall or a higher one; no step where there is nothing to find. */
function envelopeOf(tp: Nd<'u8'>, scores: Nd<'f32'>, positives: number): readonly Step[] {
  const order = Array.from(scores.data.keys()).sort(
    (a, b) => (scores.data[b] as number) - (scores.data[a] as number),
  )
  const ranks = order.flatMap((at, rank) => (tp.data[at] ? [rank + 1] : []))
  const steps: Step[] = []
  let best = 0
  for (let found = ranks.length; found > 0; found--) {
    best = Math.max(best, found / (ranks[found - 1] as number))
    steps.push({ recall: found / positives, precision: best })
  }
  return steps.reverse()
}

function areaUnder(steps: readonly Step[]): number {
  const [first] = steps
  // Every step is as wide as the first.
  return first ? first.recall * steps.reduce((sum, { precision }) => sum + precision, 0) : 0
}

function meanAt(steps: readonly Step[], count: number): number {
  let [total, next] = [0, 0]
  for (let level = 0; level <= count; level++) {
    while (next < steps.length && (steps[next] as Step).recall < level / count) next++
    total += steps[next]?.precision ?? 0
  }
  return total / (count + 1)
}
