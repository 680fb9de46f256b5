import type { Axis, Chart, Drawing, Label, Point, Series } from '../drawing.ts'

const POINTS = 241

/** A function between two places, as fine as a terminal can show it. */
export function curve(
  label: Label,
  from: number,
  to: number,
  valueAt: (x: number) => number,
  letterAt?: number,
): Series {
  const points = Array.from({ length: POINTS }, (_, at): Point => {
    const x = from + ((to - from) * at) / (POINTS - 1)
    return [x, valueAt(x)]
  })
  return { label, style: 'line', points, letterAt }
}

export function chart(x: Axis, y: Axis, series: readonly Series[], more: Partial<Chart> = {}): Drawing {
  return { kind: 'chart', chart: { x, y, series, isSquare: false, figures: [], ...more } }
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
