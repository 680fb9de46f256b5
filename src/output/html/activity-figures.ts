import { axisX, barY, cell, ruleY } from '@observablehq/plot'
import type { Statistics } from '../../app/collect-statistics.ts'
import { DAY_MS, dateOf, MINUTE_MS, type StudyDay, weekdayOf } from '../../core/day.ts'
import type { StudiedDay } from '../../core/day-totals.ts'
import { count, type Locale, type Say, type Text } from '../../core/locale.ts'
import { FIGURE_NAMES, MATURITY_NAMES, periodName } from '../../core/statistics/figure-names.ts'
import { levelsOf } from '../../core/statistics/heat-levels.ts'
import type { Retention } from '../../core/statistics/true-retention.ts'
import type { Figure } from './figure.ts'

/** What the learner did, and what comes. */
export function activityFigures(statistics: Statistics, say: Say, locale: Locale): readonly Figure[] {
  const { activity, forecast, day } = statistics
  const month = activity.slice(-30)
  return [
    heatFigure(activity, say, locale),
    dailyFigure(
      FIGURE_NAMES.reviews,
      REVIEWS,
      month.map(({ day: on, reviews }) => ({ day: on, value: reviews })),
      say,
    ),
    dailyFigure(
      FIGURE_NAMES.minutes,
      MINUTES,
      month.map(({ day: on, durationMs }) => ({ day: on, value: durationMs / MINUTE_MS })),
      say,
    ),
    retentionFigure(statistics, say),
    forecastFigure(forecast, day, say),
  ]
}

export const REVIEWS: Text = { en: 'reviews', zh: '次数' }
const MINUTES: Text = { en: 'minutes', zh: '分钟' }
const CARDS: Text = { en: 'cards', zh: '卡片' }
const DAY: Text = { en: 'day', zh: '日期' }

const WEEK = 7

function heatFigure(activity: readonly StudiedDay[], say: Say, locale: Locale): Figure {
  const studied = activity.filter(({ reviews }) => reviews > 0)
  if (studied.length === 0) return { title: FIGURE_NAMES.heat }
  const levelOf = levelsOf(activity.map(({ reviews }) => reviews))
  const weekday = ({ day }: StudiedDay) => weekdayOf(day)
  const monday = ({ day }: StudiedDay) => day - weekdayOf(day)
  const names = Array.from({ length: WEEK }, (_, at) => weekdayName(4 + at, locale))
  const months = activity.filter(({ day }) => dateOf(day).endsWith('-01')).map(monday)
  return {
    title: FIGURE_NAMES.heat,
    chart: {
      height: 150,
      marginLeft: 40,
      x: { axis: null, padding: 0.12 },
      y: {
        axis: 'left',
        label: null,
        tickSize: 0,
        padding: 0.12,
        tickFormat: (at: number) => names[at] ?? '',
      },
      marks: [
        axisX(months, {
          anchor: 'top',
          label: null,
          tickSize: 0,
          tickFormat: (at: number) => monthName(at + 6, locale),
        }),
        cell([...activity], {
          x: monday,
          y: weekday,
          fill: (one: StudiedDay) => `var(--level-${levelOf(one.reviews)})`,
          title: (one: StudiedDay) => `${dateOf(one.day)}: ${say(reviewCount(one.reviews))}`,
        }),
      ],
    },
    table: {
      head: [DAY, REVIEWS, MINUTES],
      rows: studied
        .toReversed()
        .map(({ day, reviews, durationMs }) => [
          dateOf(day),
          String(reviews),
          (durationMs / MINUTE_MS).toFixed(0),
        ]),
    },
  }
}

function reviewCount(reviews: number): Text {
  return { en: count(reviews, 'review'), zh: `${reviews} 次` }
}

/** @param day counted from 1970-01-01 */
function weekdayName(day: StudyDay, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(day * DAY_MS)
}

function monthName(day: StudyDay, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(day * DAY_MS)
}

interface DayValue {
  readonly day: StudyDay
  readonly value: number
}

export function dailyFigure(title: Text, unit: Text, days: readonly DayValue[], say: Say): Figure {
  if (days.every(({ value }) => value === 0)) return { title }
  return {
    title,
    chart: dailyChart(days, unit, say),
    table: {
      head: [DAY, unit],
      rows: days.map(({ day, value }) => [dateOf(day), value.toFixed(0)]),
    },
  }
}

function dailyChart(days: readonly DayValue[], unit: Text, say: Say) {
  return {
    height: 180,
    x: {
      label: null,
      tickSize: 0,
      tickFormat: (day: StudyDay) => dateOf(day).slice(5),
      ticks: days.map(({ day }) => day).filter((_, at) => at % WEEK === 0),
    },
    y: { label: say(unit), grid: true, nice: true },
    marks: [
      barY([...days], {
        x: 'day',
        y: 'value',
        fill: 'var(--mark)',
        title: ({ day, value }: DayValue) => `${dateOf(day)}: ${value.toFixed(0)}`,
      }),
      ruleY([0]),
    ],
  }
}

function retentionFigure({ retention }: Statistics, say: Say): Figure {
  const maturities = ['young', 'mature', 'all'] as const
  const share = ({ recalled, total }: Retention) =>
    total === 0 ? '—' : `${((100 * recalled) / total).toFixed(1)}% (${recalled}/${total})`
  const shown = retention.filter(({ all }) => all.total > 0)
  if (shown.length === 0) return { title: FIGURE_NAMES.retention }
  return {
    title: FIGURE_NAMES.retention,
    table: {
      head: [{ en: 'period', zh: '时段' }, ...maturities.map((maturity) => MATURITY_NAMES[maturity])],
      rows: shown.map((period) => [
        say(periodName(period.days)),
        ...maturities.map((maturity) => share(period[maturity])),
      ]),
    },
  }
}

function forecastFigure(forecast: Statistics['forecast'], today: StudyDay, say: Say): Figure {
  const days = forecast.map(({ cards }, at) => ({ day: today + at, value: cards }))
  if (forecast.every(({ cards }) => cards === 0)) return { title: FIGURE_NAMES.forecast }
  return {
    title: FIGURE_NAMES.forecast,
    chart: dailyChart(days, CARDS, say),
    table: {
      head: [DAY, CARDS, MINUTES],
      rows: forecast.map(({ cards, minutes }, at) => [
        dateOf(today + at),
        String(cards),
        minutes?.toFixed(0) ?? '—',
      ]),
    },
  }
}
