import type { Statistics } from '../../app/collect-statistics.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import type { Bucket, Distribution } from '../../core/statistics/distribution.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import { columnChartLines } from '../drawings/column-chart.ts'
import type { Around } from '../frame/around.ts'
import type { Line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { besideEachOther } from '../text/side-by-side.ts'
import { formatDays, formatPercent } from '../words/format-interval.ts'
import { COLON, join } from '../words/punctuation.ts'
import { nothingYet, section } from './section.ts'

/** How well the cards that were seen are kept. */
export function memoryPage({ distributions }: Statistics, around: Around): readonly Line[] {
  const { stability, difficulty, retrievability } = distributions
  const parts: readonly (readonly [
    Text,
    Distribution,
    (bucket: Bucket) => string,
    (value: number) => Text,
  ])[] = [
    [FIGURE_NAMES.stability, stability, ({ from }) => String(from), formatDays],
    [FIGURE_NAMES.difficulty, difficulty, ({ from }) => String(from), (value) => verbatim(value.toFixed(1))],
    [
      FIGURE_NAMES.retrievability,
      // Hardly any card is below, where the rest would be squeezed.
      fromFirst(retrievability),
      ({ from }) => (from * 100).toFixed(0),
      (value) => verbatim(formatPercent(value)),
    ],
  ]
  return besideEachOther(
    parts.map(([title, distribution, label, written]) =>
      section(title, around, (width) =>
        distribution.median === undefined
          ? nothingYet(around)
          : distributionLines(distribution, label, written(distribution.median), around, width),
      ),
    ),
    around.width,
  )
}

function fromFirst({ buckets, median }: Distribution): Distribution {
  const first = Math.min(
    buckets.findIndex(({ count }) => count > 0),
    buckets.length - LEAST_BUCKETS,
  )
  return { buckets: buckets.slice(Math.max(0, first)), median }
}

const LEAST_BUCKETS = 6

function distributionLines(
  { buckets }: Distribution,
  label: (bucket: Bucket) => string,
  median: Text,
  { say }: Around,
  width: number,
): readonly Line[] {
  const unit = say({ en: 'cards', zh: '张' })
  return [
    ...columnChartLines(
      { columns: buckets.map((bucket) => ({ value: bucket.count, label: label(bucket) })), unit },
      width,
    ),
    ...paragraph({ say, width }, join({ en: 'median', zh: '中位数' }, COLON, median), 'hint'),
  ]
}
