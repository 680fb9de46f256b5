import type { Statistics } from '../../app/collect-statistics.ts'
import { dateOf } from '../../core/day.ts'
import type { Mastery, Retention } from '../../core/statistics.ts'
import { listLines } from '../exercise/list-view.ts'
import { formatPercent } from '../format-interval.ts'
import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import type { Messages } from '../messages/messages.ts'
import {
  BLANK,
  cropText,
  indent,
  type Line,
  line,
  lineWidth,
  padText,
  padTextStart,
  run,
} from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import { heatLines } from './heat-map.ts'
import type { StatsState } from './stats-state.ts'

export function drawStats({ statistics }: StatsState, around: Around): Picture {
  return {
    title: line(around.messages.stats.title, 'title'),
    aside: line(around.messages.stats.streak(statistics.total.streak), 'hint'),
    body: statisticsLines(statistics, around),
    bodyKey: 'stats',
    pinned: [],
  }
}

export function statisticsLines(statistics: Statistics, around: Around): readonly Line[] {
  const { messages, width } = around
  const { stats } = messages
  return [
    ...section(stats.heat, [
      ...heatLines(statistics.heat, statistics.day, messages),
      ...totalLines(statistics, around),
    ]),
    ...section(stats.retention, retentionLines(statistics, messages)),
    ...section(stats.forecast, forecastLines(statistics, messages, width - 2)),
    ...section(stats.mastery, masteryLines(statistics.decks, around)),
    ...section(
      stats.exercises,
      listLines(statistics.exercises, undefined, { ...around, width: width - 2 }).lines,
    ),
    ...wrap([run(stats.troubles(statistics.leeches, statistics.suspended), 'hint')], width),
  ]
}

function section(title: string, lines: readonly Line[]): readonly Line[] {
  return [line(title, 'heading'), ...indent(lines, 2), BLANK]
}

function totalLines({ total, today }: Statistics, { messages, width }: Around): readonly Line[] {
  const texts = [
    messages.stats.total(total.reviews, total.days),
    messages.stats.today(today.reviews, today.minutes.toFixed(0)),
  ]
  return wrap([run(texts.join(' · '), 'hint')], width - 2)
}

function retentionLines({ retention }: Statistics, { stats }: Messages): readonly Line[] {
  if (retention.all.total === 0) return [line(stats.noReviews, 'hint')]
  const parts = [
    [stats.all, retention.all],
    [stats.young, retention.young],
    [stats.mature, retention.mature],
  ] as const
  return parts.filter(([, { total }]) => total > 0).map(([label, share]) => retentionLine(label, share))
}

function retentionLine(label: string, { recalled, total }: Retention): Line {
  return [
    run(padText(label, 8)),
    run(padTextStart(formatPercent(recalled / total), 4), 'strong'),
    run(`  ${recalled}/${total}`, 'hint'),
  ]
}

/** One row a day, its bar scaled to the busiest. */
function forecastLines({ forecast, day }: Statistics, { stats }: Messages, width: number): readonly Line[] {
  const most = Math.max(1, ...forecast)
  return forecast.map((due, at) => {
    const label = at === 0 ? stats.forecastToday : dateOf(day + at).slice(5)
    const bar = '█'.repeat(Math.ceil((due / most) * Math.min(40, width - 14)))
    return [run(padText(label, 7)), run(padTextStart(String(due), 4)), run(` ${bar}`, 'code')]
  })
}

function masteryLines(decks: readonly Mastery[], { messages, locale, width }: Around): readonly Line[] {
  const { masteryColumns } = messages.stats
  const columns = [masteryColumns.seen, masteryColumns.stable, masteryColumns.recall]
  const numberWidth = Math.max(8, ...columns.map((text) => lineWidth(line(text)))) + 1
  const nameWidth = Math.max(10, Math.min(34, width - 2 - 3 * numberWidth))
  const row = (name: string, texts: readonly string[]) =>
    padText(cropText(name, nameWidth), nameWidth) +
    texts.map((text) => padTextStart(text, numberWidth)).join('')
  return [
    line(row(masteryColumns.deck, columns), 'hint'),
    ...decks.map(({ deck, total, seen, stable, recall }) =>
      line(row(deck.title[locale], [`${seen}/${total}`, `${stable}`, formatPercent(recall)])),
    ),
  ]
}
