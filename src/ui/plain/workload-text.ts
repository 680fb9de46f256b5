import type { Deps } from '../../app/deps.ts'
import type { ForecastWorkload } from '../../app/forecast-workload.ts'
import type { Say, Text } from '../../core/locale.ts'
import type { Workload } from '../../core/workload/simulate-workload.ts'
import { columnChartLines } from '../drawings/column-chart.ts'
import { BLANK, type Line, line, padTextStart } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What each desired retention costs and brings, as plots and as a table. */
export function workloadText(deps: Deps, forecast: ForecastWorkload): string {
  const around = plainAround(deps)
  const { say, width } = around
  const chart = (unit: Text, value: (workload: Workload) => number) => (room: number) =>
    columnChartLines({ unit: say(unit), columns: columnsOf(forecast, value) }, room)
  return plainText([
    line(say(titleText(forecast))),
    line(say(exercisesText(forecast))),
    BLANK,
    ...chart(MINUTES, ({ minutesADay }) => minutesADay)(width),
    BLANK,
    ...chart(KNOWN, ({ known }) => known)(width),
    BLANK,
    ...tableLines(forecast, say),
    BLANK,
    ...paragraph(around, assumedText(forecast)),
  ])
}

const MINUTES: Text = {
  en: 'minutes a day, by desired retention in %',
  zh: '每天分钟数（横轴：期望记忆率 %）',
}
const KNOWN: Text = { en: 'cards known at the end', zh: '期末能想起的卡片数' }

function columnsOf({ workloads }: ForecastWorkload, value: (workload: Workload) => number) {
  return workloads.map((workload) => ({ value: value(workload), label: percent(workload.retention) }))
}

function percent(share: number): string {
  return (share * 100).toFixed(0)
}

function titleText({ days, newCards }: ForecastWorkload): Text {
  return {
    en: `The next ${days} days with ${newCards} new cards a day, simulated.`,
    zh: `模拟今后 ${days} 天，每天 ${newCards} 张新卡片。`,
  }
}

const NO_EXERCISES: Text = {
  en: 'Exercises take no time here: none was begun lately.',
  zh: '不计练习时间：近期没有开始过练习。',
}

function exercisesText({ workloads, retention }: ForecastWorkload): Text {
  const minutes = (workloads[nearestTo(workloads, retention)]?.exerciseMinutesADay ?? 0).toFixed(1)
  if (Number(minutes) === 0) return NO_EXERCISES
  return {
    en: `Exercises are counted: ${minutes} minutes a day as things are set now.`,
    zh: `包括练习：按当前设置，每天 ${minutes} 分钟。`,
  }
}

const WIDTHS = [10, 13, 13, 10, 12]

function tableLines({ workloads, retention }: ForecastWorkload, say: Say): readonly Line[] {
  const heads: readonly Text[] = [
    { en: 'retention', zh: '记忆率' },
    { en: 'minutes/day', zh: '分钟/天' },
    { en: 'reviews/day', zh: '复习/天' },
    { en: 'known', zh: '能想起' },
    { en: 'of seen', zh: '已见' },
  ]
  const row = (texts: readonly string[]) =>
    texts.map((text, at) => padTextStart(text, WIDTHS[at] ?? 0)).join('')
  const nearest = nearestTo(workloads, retention)
  return [
    line(row(heads.map(say)), 'hint'),
    ...workloads.map((one, at) =>
      line(
        row([
          `${percent(one.retention)}%`,
          one.minutesADay.toFixed(1),
          one.reviewsADay.toFixed(1),
          one.known.toFixed(0),
          String(one.seen),
        ]) + (at === nearest ? say({ en: '  now', zh: '  当前' }) : ''),
      ),
    ),
  ]
}

function nearestTo(workloads: readonly Workload[], retention: number): number {
  const gaps = workloads.map((one) => Math.abs(one.retention - retention))
  return gaps.indexOf(Math.min(...gaps))
}

function assumedText({ answerMs }: ForecastWorkload): Text {
  const seconds = (answerMs / 1000).toFixed(0)
  return {
    en: `An answer takes ${seconds} s: as long as yours of the last 90 days, or a guess while those are few. Cards are recalled as FSRS foretells with your parameters. \`anneal config retention 0.9\` sets the desired retention.`,
    zh: `每次作答按 ${seconds} 秒计：取自你最近 90 天的用时，作答还少时含估计。能否想起按 FSRS 以你的参数所作的预测。用 \`anneal config retention 0.9\` 设置期望记忆率。`,
  }
}
