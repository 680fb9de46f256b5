import { dateOf, type StudyDay, weekdayOf } from '../../core/day.ts'
import type { StudiedDay } from '../../core/day-totals.ts'
import type { Say, Text } from '../../core/locale.ts'
import { levelsOf } from '../../core/statistics/heat-levels.ts'
import { type Line, line, lineWidth, padText, run } from '../text/line.ts'

/**
 * A column a week, a row a weekday, as many weeks as fit; the more reviews, the fuller the square. Can be
 * read without colour.
 */
export function heatLines(days: readonly StudiedDay[], say: Say, width: number): readonly Line[] {
  const labels = WEEKDAYS.map((label) => (label === undefined ? '' : say(label)))
  const labelWidth = Math.max(...labels.map((label) => lineWidth(line(label)))) + 1
  const shown = wholeWeeks(days, width - labelWidth)
  const [first] = shown
  if (first === undefined) return []
  const levelOf = levelsOf(days.map(({ reviews }) => reviews))
  const offset = weekdayOf(first.day)
  const weeks = Math.ceil((shown.length + offset) / DAYS)
  const rows = Array.from({ length: DAYS }, (_, weekday): Line => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = shown[week * DAYS + weekday - offset]
      return day === undefined ? ' ' : LEVELS.charAt(levelOf(day.reviews))
    })
    return [run(padText(labels[weekday] ?? '', labelWidth), 'hint'), run(cells.join(''), 'good')]
  })
  const legend: Line = [
    run(`${say({ en: 'less', zh: '少' })} `, 'hint'),
    run(LEVELS, 'good'),
    run(` ${say({ en: 'more', zh: '多' })}`, 'hint'),
  ]
  return [line(padText('', labelWidth) + monthsText(first.day - offset, weeks), 'hint'), ...rows, legend]
}

const DAYS = 7
/** Every other one, as there is no room for all. */
const WEEKDAYS: readonly (Text | undefined)[] = [
  { en: 'Mon', zh: '一' },
  undefined,
  { en: 'Wed', zh: '三' },
  undefined,
  { en: 'Fri', zh: '五' },
  undefined,
  undefined,
]
const LEVELS = '·░▒▓█'

function wholeWeeks(days: readonly StudiedDay[], columns: number): readonly StudiedDay[] {
  const last = days.at(-1)
  if (last === undefined) return []
  return days.slice(-Math.max(1, (columns - 1) * DAYS + weekdayOf(last.day) + 1))
}

/** The number of each month, above the week in which it begins. */
function monthsText(monday: StudyDay, weeks: number): string {
  let text = ''
  for (let week = 0; week < weeks; week++) {
    const start = monday + week * DAYS
    const month = Number(dateOf(start + DAYS - 1).slice(5, 7))
    const isNew = Number(dateOf(start - 1).slice(5, 7)) !== month
    if (isNew && (text === '' || text.length < week) && week + 2 <= weeks) text = text.padEnd(week) + month
  }
  return text
}
