import type { ForecastDay, Statistics } from '../../app/collect-statistics.ts'
import { dueAgain } from '../../app/count-due.ts'
import type { LastInterview } from '../../app/keep-interview.ts'
import { dateOf, MINUTE_MS, type StudyDay } from '../../core/day.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { FIGURE_NAMES, MATURITY_NAMES, periodName } from '../../core/statistics/figure-names.ts'
import type { Retention } from '../../core/statistics/true-retention.ts'
import { sum } from '../../core/sum.ts'
import { columnChartLines } from '../drawings/column-chart.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, type Line, line, padText, padTextStart, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { type Block, besideEachOther } from '../text/side-by-side.ts'
import { formatPercent } from '../words/format-interval.ts'
import { aside, COLON, join } from '../words/punctuation.ts'
import { questionsText, taskText } from '../words/task-text.ts'
import { heatLines } from './heat-map.ts'
import { nothingYet, section } from './section.ts'

/** What the learner did, and what comes. */
export function overviewPage(statistics: Statistics, around: Around): readonly Line[] {
  const { width } = around
  const { activity, interview } = statistics
  const blocks: readonly Block[] = [
    section(FIGURE_NAMES.heat, around, (room) => heatLines(activity, around.say, room)),
    section(FIGURE_NAMES.retention, around, (room) => retentionLines(statistics, around, room)),
    section(FIGURE_NAMES.forecast, around, (room) => forecastLines(statistics, around, room)),
    section(FIGURE_NAMES.reviews, around, (room) =>
      dailyLines(
        activity.map(({ day, reviews }) => ({ day, value: reviews })),
        REVIEWS,
        around,
        room,
      ),
    ),
    section(FIGURE_NAMES.minutes, around, (room) =>
      dailyLines(
        activity.map(({ day, durationMs }) => ({ day, value: durationMs / MINUTE_MS })),
        MINUTES,
        around,
        room,
      ),
    ),
    ...(interview
      ? [section(LAST_INTERVIEW, around, (room) => interviewLines(interview, { ...around, width: room }))]
      : []),
  ]
  return [
    ...paragraph(around, todayText(statistics)),
    ...paragraph(around, totalText(statistics), 'hint'),
    BLANK,
    ...besideEachOther(blocks, width),
  ]
}

const REVIEWS: Text = { en: 'reviews', zh: '次' }
const MINUTES: Text = { en: 'min', zh: '分钟' }
const LAST_INTERVIEW: Text = { en: 'Last interview', zh: '最近一次模拟面试' }

function todayText({ today, due, forecast }: Statistics): Text {
  const [next] = forecast
  const done = today.minutes.toFixed(0)
  const again = dueAgain(due)
  const takes = next?.minutes === undefined ? verbatim('') : minutesText(next.minutes)
  return {
    en: `Today ${count(today.reviews, 'review')} done in ${done} min · ${again} to review${takes.en}, ${due.fresh} new`,
    zh: `今天已复习 ${today.reviews} 次，用时 ${done} 分钟 · 待复习 ${again} 张${takes.zh}，新卡片 ${due.fresh} 张`,
  }
}

function minutesText(minutes: number): Text {
  const whole = minutes.toFixed(0)
  return aside({ en: `about ${whole} min`, zh: `约 ${whole} 分钟` })
}

function totalText({ total }: Statistics): Text {
  const time = timeText(total.minutes)
  return {
    en: `${count(total.reviews, 'review')} on ${count(total.days, 'day')}, ${time.en} in all · longest streak ${count(total.longestStreak, 'day')}`,
    zh: `共 ${total.reviews} 次复习，分布在 ${total.days} 天，合计 ${time.zh} · 最长连续 ${total.longestStreak} 天`,
  }
}

function timeText(minutes: number): Text {
  if (minutes < 60) return { en: `${minutes.toFixed(0)} min`, zh: `${minutes.toFixed(0)} 分钟` }
  const hours = (minutes / 60).toFixed(1)
  return { en: `${hours} h`, zh: `${hours} 小时` }
}

const LABEL_WIDTH = 8
const SHARE_WIDTH = 4
const LEAST_CELL_WIDTH = 14
const MATURITIES = ['all', 'young', 'mature'] as const

function retentionLines({ retention }: Statistics, around: Around, width: number): readonly Line[] {
  const { say } = around
  const shown = retention.filter(({ all }) => all.total > 0)
  if (shown.length === 0) return nothingYet(around)
  const counts = shown.flatMap((period) => MATURITIES.map((name) => countsText(period[name])))
  const cellWidth = Math.max(LEAST_CELL_WIDTH, ...counts.map((text) => SHARE_WIDTH + text.length + 1))
  const columns = Math.max(1, Math.floor((width - LABEL_WIDTH) / cellWidth))
  const head = MATURITIES.slice(0, columns)
  return [
    line(
      padText('', LABEL_WIDTH) + head.map((name) => padText(say(MATURITY_NAMES[name]), cellWidth)).join(''),
      'hint',
    ),
    ...shown.map((period) => [
      run(padText(say(periodName(period.days)), LABEL_WIDTH)),
      ...head.flatMap((name) => shareRuns(period[name], cellWidth)),
    ]),
  ]
}

function shareRuns(retention: Retention, cellWidth: number): Line {
  const { recalled, total } = retention
  if (total === 0) return [run(padText('—', cellWidth), 'hint')]
  return [
    run(padTextStart(formatPercent(recalled / total), SHARE_WIDTH), 'strong'),
    run(padText(countsText(retention), cellWidth - SHARE_WIDTH), 'hint'),
  ]
}

function countsText({ recalled, total }: Retention): string {
  return ` ${recalled}/${total}`
}

function forecastLines({ forecast, day, due }: Statistics, around: Around, width: number): readonly Line[] {
  const { say } = around
  if (forecast.every(({ cards }) => cards === 0)) return nothingYet(around)
  const [first] = forecast
  const perUnit = first?.minutes === undefined ? undefined : minutesEach(forecast)
  return [
    ...columnChartLines(
      {
        columns: forecast.map(({ cards }, at) => ({
          value: cards,
          label: at % 7 === 0 ? dateLabel(day + at) : '',
        })),
        unit: say({ en: 'cards', zh: '张' }),
        right: perUnit === undefined ? undefined : { unit: say(MINUTES), perUnit },
      },
      width,
    ),
    ...paragraph({ say, width }, weekText(forecast, due.fresh), 'hint'),
  ]
}

/** Of a card; the same on every day. */
function minutesEach(forecast: readonly ForecastDay[]): number | undefined {
  const some = forecast.find(({ cards, minutes }) => cards > 0 && minutes !== undefined)
  return some?.minutes === undefined ? undefined : some.minutes / some.cards
}

function weekText(forecast: readonly ForecastDay[], fresh: number): Text {
  const week = forecast.slice(0, 7)
  const cards = sum(week.map((day) => day.cards))
  const minutes = sum(week.map((day) => day.minutes ?? 0)).toFixed(0)
  return {
    en: `7 days: ${cards} again, ${minutes} min; today also ${fresh} new`,
    zh: `7 天内：再复习 ${cards} 张，约 ${minutes} 分钟；今天另有 ${fresh} 张新卡片`,
  }
}

const SHOWN_DAYS = 30

function dailyLines(
  days: readonly { readonly day: StudyDay; readonly value: number }[],
  unit: Text,
  around: Around,
  width: number,
): readonly Line[] {
  const shown = days.slice(-SHOWN_DAYS)
  const total = sum(shown.map(({ value }) => value))
  if (total === 0) return nothingYet(around)
  const active = shown.filter(({ value }) => value > 0).length
  return [
    ...columnChartLines(
      {
        columns: shown.map(({ day, value }, at) => ({
          value,
          label: (shown.length - 1 - at) % 7 === 0 ? dateLabel(day) : '',
        })),
        unit: around.say(unit),
      },
      width,
    ),
    ...paragraph({ ...around, width }, meanText(total / active, active), 'hint'),
  ]
}

function meanText(mean: number, days: number): Text {
  const value = mean.toFixed(mean < 10 ? 1 : 0)
  return { en: `${value} a day on ${count(days, 'day')}`, zh: `有复习的 ${days} 天里平均每天 ${value}` }
}

/** `11-24`. */
function dateLabel(day: StudyDay): string {
  return dateOf(day).slice(5)
}

function interviewLines({ day, record, exercise }: LastInterview, around: Around): readonly Line[] {
  const { task } = record
  const texts = [
    join(verbatim(dateOf(day)), COLON, questionsText(record)),
    ...(task ? [taskText(task, exercise?.title ?? verbatim(task.exercise), around.now.at)] : []),
  ]
  return texts.flatMap((text) => paragraph(around, text))
}
