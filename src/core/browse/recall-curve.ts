import type { StudyDay } from '../day.ts'
import type { Drawing, Point } from '../drawing.ts'
import type { MemoryTrace } from '../memory.ts'

/** A review after which recall begins anew to fall. */
export interface Refreshed {
  readonly day: StudyDay
  readonly memory: MemoryTrace
}

/** Days beyond today, as a share of what lies behind. */
const AHEAD = 0.25

/**
 * The probability of recall from the first review to some days ahead, which each review lifts.
 * @param reviews the oldest first, one at least
 */
export function drawRecall(
  reviews: readonly [Refreshed, ...Refreshed[]],
  today: StudyDay,
  retrievability: (memory: MemoryTrace, day: number) => number,
): Drawing {
  const [{ day: first }] = reviews
  const end = Math.max(today - first, 1)
  const to = Math.ceil(end * (1 + AHEAD)) + 1
  const points = reviews.flatMap(({ day, memory }, at): readonly Point[] => {
    const until = reviews[at + 1]?.day ?? first + to
    const steps = Math.max(1, Math.min(STEPS, until - day))
    return Array.from({ length: steps + 1 }, (_, step): Point => {
      const when = day + ((until - day) * step) / steps
      return [when - first, retrievability(memory, when)]
    })
  })
  return {
    kind: 'chart',
    chart: {
      x: { label: { kind: 'name', name: 'days', detail: undefined }, from: 0, to },
      y: { label: { kind: 'name', name: 'memory', detail: undefined }, from: 0, to: 1 },
      series: [
        {
          label: { kind: 'name', name: 'memory', detail: undefined },
          style: 'line',
          points,
          letterAt: undefined,
        },
      ],
      isSquare: false,
      figures: [],
    },
  }
}

/** As fine as a terminal can show it. */
const STEPS = 120
