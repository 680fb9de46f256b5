import type { Statistics } from '../../app/collect-statistics.ts'
import type { Calibration, Quality } from '../../core/calibration/calibration.ts'
import type { CalibrationPoint } from '../../core/calibration/outcomes.ts'
import { type Chart, name } from '../../core/drawing.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { FIGURE_NAMES } from '../../core/statistics/figure-names.ts'
import { chartLines } from '../drawings/chart-lines.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, type Line, line, padText, padTextStart } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { besideEachOther } from '../text/side-by-side.ts'
import { nothingYet, section } from './section.ts'

/** Whether what the program foretells comes true. */
export function predictionsPage({ calibration }: Statistics, around: Around): readonly Line[] {
  const { say, width } = around
  if (calibration === undefined) {
    return section(FIGURE_NAMES.calibration, around, () => nothingYet(around))(width)
  }
  return [
    ...besideEachOther(
      [
        section(FIGURE_NAMES.calibration, around, (room) => chartLines(chartOf(calibration), say, room)),
        section(FIGURE_NAMES.quality, around, (room) => [
          ...qualityLines(calibration, around),
          BLANK,
          ...paragraph({ say, width: room }, verdictText(calibration)),
          BLANK,
          ...pointLines(calibration.points, around),
        ]),
      ],
      width,
    ),
    BLANK,
    ...paragraph(around, WHAT_COUNTS, 'hint'),
  ]
}

const WHAT_COUNTS: Text = {
  en: 'Counted are reviews on another day than the card’s last, each foretold before the answer with parameters not fitted on it.',
  zh: '只统计与上次复习不在同一天的复习；每次预测都在作答之前做出，所用参数未曾在它上面拟合。',
}

/** A dot of a few reviews lies anywhere. */
const LEAST_SHARE = 0.005

function chartOf({ points: all, reviews }: Calibration): Chart {
  const points = all.filter(({ total }) => total >= LEAST_SHARE * reviews)
  const shares = points.flatMap(({ predicted, recalled, total }) => [predicted, recalled / total])
  const from = Math.min(0.9, Math.floor(Math.min(...shares) * 10) / 10)
  return {
    x: { label: name('foretold'), from, to: 1 },
    y: { label: name('recalledShare'), from, to: 1 },
    series: [
      {
        label: name('asForetold'),
        style: 'line',
        points: [
          [from, from],
          [1, 1],
        ],
        letterAt: 0.25,
      },
      {
        label: name('happened'),
        style: 'dots',
        points: points.map(({ predicted, recalled, total }) => [predicted, recalled / total]),
        letterAt: undefined,
      },
    ],
    isSquare: true,
    figures: [],
  }
}

const NAME_WIDTH = 16
const FIGURE_WIDTH = 11

function qualityLines({ scheduler, average }: Calibration, { say }: Around): readonly Line[] {
  const row = (title: Text, { logLoss, rmseBins, auc }: Quality) =>
    line(
      padText(say(title), NAME_WIDTH) +
        [logLoss, rmseBins, auc]
          .map((value) => padTextStart(value === undefined ? '—' : value.toFixed(4), FIGURE_WIDTH))
          .join(''),
    )
  const head = ['log loss', 'RMSE(bins)', 'AUC'].map((title) => padTextStart(title, FIGURE_WIDTH))
  return [
    line(padText('', NAME_WIDTH) + head.join(''), 'hint'),
    row(verbatim('FSRS'), scheduler),
    row({ en: 'moving average', zh: '滑动平均' }, average),
  ]
}

function verdictText({ scheduler, average, reviews }: Calibration): Text {
  return scheduler.logLoss < average.logLoss
    ? {
        en: `Over ${count(reviews, 'review')} FSRS predicts better than a moving average that knows nothing of cards.`,
        zh: `在 ${reviews} 次复习上，FSRS 的预测优于不看卡片的滑动平均。`,
      }
    : {
        en: `Over ${count(reviews, 'review')} FSRS predicts no better than a moving average that knows nothing of cards.`,
        zh: `在 ${reviews} 次复习上，FSRS 的预测并不优于不看卡片的滑动平均。`,
      }
}

/** What the dots stand for. */
function pointLines(points: readonly CalibrationPoint[], { say }: Around): readonly Line[] {
  const columns: readonly Text[] = [
    { en: 'predicted', zh: '预测' },
    { en: 'recalled', zh: '实际' },
    { en: 'reviews', zh: '次数' },
  ]
  const row = (cells: readonly string[]) => cells.map((cell) => padTextStart(cell, FIGURE_WIDTH)).join('')
  return [
    line(row(columns.map(say)), 'hint'),
    ...points.map(({ predicted, recalled, total }) =>
      line(row([percent(predicted), percent(recalled / total), String(total)])),
    ),
  ]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
