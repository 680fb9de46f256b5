import type { StudyDay } from '../../core/day.ts'
import type { Say, Text } from '../../core/locale.ts'
import { type Line, line, lineWidth, padText, run } from '../text/line.ts'

/** A column a week, a row a weekday; the more reviews, the fuller the square. Can be read without colour. */
export function heatLines(counts: readonly number[], today: StudyDay, say: Say): readonly Line[] {
  const first = today - counts.length + 1
  const offset = weekdayOf(first)
  const weeks = Math.ceil((counts.length + offset) / DAYS)
  const labels = WEEKDAYS.map((label) => (label === undefined ? '' : say(label)))
  const labelWidth = Math.max(...labels.map((label) => lineWidth(line(label)))) + 1
  const rows = Array.from({ length: DAYS }, (_, weekday): Line => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const count = counts[week * DAYS + weekday - offset]
      return count === undefined ? ' ' : LEVELS.charAt(levelOf(count))
    })
    return [run(padText(labels[weekday] ?? '', labelWidth), 'hint'), run(cells.join(''), 'good')]
  })
  const legend: Line = [
    run(`${say({ en: 'less', zh: '少' })} `, 'hint'),
    run(LEVELS, 'good'),
    run(` ${say({ en: 'more', zh: '多' })}`, 'hint'),
  ]
  return [...rows, legend]
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
/** From so many reviews on, the next level. */
const STEPS = [1, 10, 30, 80]

function levelOf(count: number): number {
  return STEPS.filter((step) => count >= step).length
}

/** Monday is 0; 1970-01-01 was a Thursday. */
function weekdayOf(day: StudyDay): number {
  return (((day + 3) % DAYS) + DAYS) % DAYS
}
