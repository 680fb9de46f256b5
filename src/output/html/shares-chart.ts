import { barX, type PlotOptions, ruleX } from '@observablehq/plot'
import { displayWidth } from '../../core/display-width.ts'

interface TitledShare {
  readonly title: string
  /** From 0 to 1. */
  readonly share: number
}

/** A bar for each, from 0 to 100%, below each other in their order; two may have the same title. */
export function sharesChart(shown: readonly TitledShare[]): PlotOptions {
  return {
    height: 50 + 16 * shown.length,
    marginLeft: 20 + LETTER_WIDTH * Math.max(...shown.map(({ title }) => displayWidth(title))),
    x: { label: null, domain: [0, 100], percent: true, grid: true },
    y: {
      label: null,
      tickSize: 0,
      domain: [...shown.keys()],
      tickFormat: (at: number) => shown[at]?.title ?? '',
    },
    marks: [
      barX(shown, {
        x: 'share',
        y: (_: TitledShare, at: number) => at,
        fill: 'var(--good)',
        title: ({ title, share }: TitledShare) => `${title}: ${percent(share)}`,
      }),
      ruleX([0]),
    ],
  }
}

/** Of half a Chinese character, in the charts' letters; of a wide Latin one a little less. */
const LETTER_WIDTH = 7

export function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`
}
