import { dateOf } from '../../core/day.ts'
import { count, type Say, type Text } from '../../core/locale.ts'
import type { PlannedDay } from '../../core/plan/make-plan.ts'
import { mean, sum } from '../../core/sum.ts'
import type { Around } from '../frame/around.ts'
import { indent, type Line, line, lineWidth, padText, padTextStart, run } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'

/** So many days stand one by one, the others by weeks. */
const SINGLE_DAYS = 7
const WEEK = 7

/** The columns, and whether dates have their year. */
interface Layout {
  readonly label: number
  readonly number: number
  readonly hasYear: boolean
}

const WIDE: Layout = { label: 25, number: 9, hasYear: true }
const NARROW: Layout = { label: 15, number: 8, hasYear: false }

/** The coming days, and the weeks behind them, with what each asks. */
export function planDayLines(days: readonly PlannedDay[], { say, width }: Around): readonly Line[] {
  const layout = width < 56 ? NARROW : WIDE
  const weeks = Array.from({ length: Math.ceil((days.length - SINGLE_DAYS) / WEEK) }, (_, at) => {
    const from = SINGLE_DAYS + at * WEEK
    return weekRow(days.slice(from, from + WEEK), layout, say)
  })
  return [
    line(columns('', COLUMNS.map(say), layout), 'hint'),
    ...[...days.slice(0, SINGLE_DAYS).map((day) => dayRow(day, layout)), ...weeks].flatMap((row) =>
      rowLines(row, layout, width),
    ),
  ]
}

const COLUMNS: readonly Text[] = [
  { en: 'new', zh: '新卡片' },
  { en: 'reviews', zh: '复习' },
  { en: 'min/day', zh: '分钟/天' },
]

interface Row {
  readonly label: string
  readonly numbers: readonly string[]
  readonly exercises: string
}

/** What has no room beside the numbers stands below them. */
function rowLines({ label, numbers, exercises }: Row, layout: Layout, width: number): readonly Line[] {
  const counted = columns(label, numbers, layout)
  if (exercises === '') return [line(counted)]
  const whole = line(`${counted}  ${exercises}`)
  if (lineWidth(whole) <= width) return [whole]
  return [line(counted), ...indent(wrap([run(exercises)], width - 2), 2)]
}

function columns(label: string, numbers: readonly string[], layout: Layout): string {
  return padText(label, layout.label) + numbers.map((text) => padTextStart(text, layout.number)).join('')
}

function dayRow({ day, newCards, reviews, minutes, exercises }: PlannedDay, layout: Layout): Row {
  return {
    label: shortened(dateOf(day), layout),
    numbers: [String(newCards.length), reviews.toFixed(0), minutes.toFixed(0)],
    exercises: exercises.join(' '),
  }
}

function weekRow(days: readonly PlannedDay[], layout: Layout, say: Say): Row {
  const exercises = sum(days.map((day) => day.exercises.length))
  const [from = '', last = ''] = [days[0], days.at(-1)].map((day) => dateOf(day?.day ?? 0))
  const first = shortened(from, layout)
  return {
    label: say({ en: `${first} to ${last.slice(5)}`, zh: `${first} 至 ${last.slice(5)}` }),
    numbers: [
      sum(days.map(({ newCards }) => newCards.length)).toFixed(0),
      sum(days.map(({ reviews }) => reviews)).toFixed(0),
      mean(days.map(({ minutes }) => minutes)).toFixed(0),
    ],
    exercises: exercises === 0 ? '' : say(exerciseCount(exercises)),
  }
}

function shortened(date: string, { hasYear }: Layout): string {
  return hasYear ? date : date.slice(5)
}

function exerciseCount(exercises: number): Text {
  return { en: count(exercises, 'exercise'), zh: `${exercises} 道练习` }
}
