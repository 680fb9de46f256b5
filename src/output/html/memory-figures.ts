import { barY, dot, line, ruleX, ruleY } from '@observablehq/plot'
import type { Statistics } from '../../app/collect-statistics.ts'
import type { Calibration, Quality } from '../../core/calibration/calibration.ts'
import type { CalibrationPoint } from '../../core/calibration/outcomes.ts'
import { count, type Say, type Text } from '../../core/locale.ts'
import type { Bucket, Distribution } from '../../core/statistics/distribution.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import { wilsonInterval } from '../../core/statistics/wilson-interval.ts'
import type { Figure } from './figure.ts'

/** How well cards are kept, and whether what is foretold of them comes true. */
export function memoryFigures({ distributions, calibration }: Statistics, say: Say): readonly Figure[] {
  const { stability, difficulty, retrievability } = distributions
  const asPercent = (share: number) => (share * 100).toFixed(0)
  return [
    distributionFigure(FIGURE_NAMES.stability, stability, String, say),
    distributionFigure(FIGURE_NAMES.difficulty, difficulty, String, say),
    distributionFigure(FIGURE_NAMES.retrievability, retrievability, asPercent, say),
    calibration ? calibrationFigure(calibration, say) : { title: FIGURE_NAMES.calibration },
    ...(calibration ? [qualityFigure(calibration)] : []),
  ]
}

function distributionFigure(
  title: Text,
  { buckets, median }: Distribution,
  write: (value: number) => string,
  say: Say,
): Figure {
  if (median === undefined) return { title }
  const label = ({ from, to }: Bucket) =>
    to === undefined ? `≥ ${write(from)}` : `${write(from)}–${write(to)}`
  return {
    title,
    chart: {
      height: 180,
      x: { label: null, tickSize: 0, domain: buckets.map(({ from }) => from), tickFormat: write },
      y: { label: say({ en: 'cards', zh: '卡片' }), grid: true, nice: true },
      marks: [
        barY([...buckets], {
          x: 'from',
          y: 'count',
          fill: 'var(--mark)',
          title: (bucket: Bucket) => `${label(bucket)}: ${bucket.count}`,
        }),
        ruleY([0]),
      ],
    },
    table: {
      head: [
        { en: 'from, to below', zh: '区间' },
        { en: 'cards', zh: '卡片' },
      ],
      rows: buckets.map((bucket) => [label(bucket), String(bucket.count)]),
    },
  }
}

function calibrationFigure({ points, reviews, recalled, predicted }: Calibration, say: Say): Figure {
  const shown = points.map((point) => {
    const [low, high] = wilsonInterval(point.recalled, point.total)
    return { ...point, share: point.recalled / point.total, low, high }
  })
  const lowest = Math.min(0.9, ...shown.flatMap(({ predicted: mean, low }) => [mean, low]))
  const from = Math.floor(lowest * 10) / 10
  const domain = [100 * from, 100]
  return {
    title: FIGURE_NAMES.calibration,
    chart: {
      width: 480,
      height: 480,
      marginBottom: 45,
      r: { range: [2, 12] },
      x: {
        label: say({ en: 'predicted recall, %', zh: '预测的想起概率（%）' }),
        labelOffset: 42,
        domain,
        grid: true,
        percent: true,
      },
      y: {
        label: say({ en: 'share recalled, %', zh: '实际想起的比例（%）' }),
        domain,
        grid: true,
        percent: true,
      },
      marks: [
        line(
          [
            [from, from],
            [1, 1],
          ],
          { stroke: 'var(--faint)', strokeDasharray: '4 4' },
        ),
        ruleX(shown, { x: 'predicted', y1: 'low', y2: 'high', stroke: 'var(--mark)' }),
        dot(shown, {
          x: 'predicted',
          y: 'share',
          r: 'total',
          fill: 'var(--mark)',
          title: ({ total }: CalibrationPoint) => say(reviewsText(total)),
        }),
      ],
    },
    note: calibrationNote(reviews, predicted, recalled / reviews),
    table: {
      head: [
        { en: 'predicted', zh: '预测' },
        { en: 'recalled', zh: '实际' },
        { en: '95% interval', zh: '95% 区间' },
        { en: 'reviews', zh: '次数' },
      ],
      rows: shown.map(({ predicted: mean, share, low, high, total }) => [
        percent(mean),
        percent(share),
        `${percent(low)} – ${percent(high)}`,
        String(total),
      ]),
    },
  }
}

function reviewsText(reviews: number): Text {
  return { en: count(reviews, 'review'), zh: `${reviews} 次复习` }
}

function calibrationNote(reviews: number, predicted: number, recalled: number): Text {
  const [foretold, happened] = [percent(predicted), percent(recalled)]
  return {
    en: `Over ${count(reviews, 'review')}: ${foretold} predicted on average, ${happened} recalled. Good predictions lie on the dashed line; the bars are 95% intervals.`,
    zh: `共 ${reviews} 次复习：平均预测 ${foretold}，实际想起 ${happened}。预测越准，点越靠近虚线；竖线为 95% 区间。`,
  }
}

/** Lower is better, but for the AUC. */
function qualityFigure({ scheduler, average }: Calibration): Figure {
  const row = (name: string, { logLoss, rmseBins, auc }: Quality) => [
    name,
    logLoss.toFixed(4),
    rmseBins.toFixed(4),
    auc?.toFixed(4) ?? '—',
  ]
  return {
    title: FIGURE_NAMES.quality,
    table: {
      head: [
        { en: 'forecast', zh: '预测方式' },
        { en: 'log loss', zh: '对数损失' },
        { en: 'RMSE(bins)', zh: 'RMSE（分组）' },
        { en: 'AUC', zh: 'AUC' },
      ],
      rows: [row('FSRS', scheduler), row('MOVING-AVG', average)],
    },
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
