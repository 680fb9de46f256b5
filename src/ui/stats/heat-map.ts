import type { StudyDay } from '../../core/day.ts'
import type { Messages } from '../messages/messages.ts'
import { type Line, line, lineWidth, padText, run } from '../text/line.ts'

/** A column a week, a row a weekday; the more reviews, the fuller the square. Can be read without colour. */
export function heatLines(counts: readonly number[], today: StudyDay, { stats }: Messages): readonly Line[] {
  const first = today - counts.length + 1
  const offset = weekdayOf(first)
  const weeks = Math.ceil((counts.length + offset) / DAYS)
  const labelWidth = Math.max(...stats.weekdays.map((label) => lineWidth(line(label)))) + 1
  const rows = Array.from({ length: DAYS }, (_, weekday): Line => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const count = counts[week * DAYS + weekday - offset]
      return count === undefined ? ' ' : LEVELS.charAt(levelOf(count))
    })
    return [run(padText(stats.weekdays[weekday] ?? '', labelWidth), 'hint'), run(cells.join(''), 'good')]
  })
  const legend: Line = [run(`${stats.less} `, 'hint'), run(LEVELS, 'good'), run(` ${stats.more}`, 'hint')]
  return [...rows, legend]
}

const DAYS = 7
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
