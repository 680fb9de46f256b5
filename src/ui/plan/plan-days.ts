import { dateOf } from '../../core/day.ts'
import type { Say, Text } from '../../core/locale.ts'
import type { PlannedDay } from '../../core/plan/make-plan.ts'
import type { Around } from '../frame/around.ts'
import { cropText, type Line, line, padText, padTextStart } from '../text/line.ts'

/** So many days stand one by one, the others by weeks. */
const SINGLE_DAYS = 7
const WEEK = 7
const LABEL_WIDTH = 25
const NUMBER_WIDTH = 9

/** The coming days, and the weeks behind them, with what each asks. */
export function planDayLines(days: readonly PlannedDay[], { say, width }: Around): readonly Line[] {
  const weeks = Array.from({ length: Math.ceil((days.length - SINGLE_DAYS) / WEEK) }, (_, at) => {
    const from = SINGLE_DAYS + at * WEEK
    return weekLine(days.slice(from, from + WEEK), say)
  })
  return [
    line(row('', COLUMNS.map(say)), 'hint'),
    ...days.slice(0, SINGLE_DAYS).map((day) => dayLine(day, say, width)),
    ...weeks,
  ]
}

const COLUMNS: readonly Text[] = [
  { en: 'new', zh: '新卡片' },
  { en: 'reviews', zh: '复习' },
  { en: 'min/day', zh: '分钟/天' },
]

function row(label: string, numbers: readonly string[]): string {
  return padText(label, LABEL_WIDTH) + numbers.map((text) => padTextStart(text, NUMBER_WIDTH)).join('')
}

function dayLine({ day, newCards, reviews, minutes, exercises }: PlannedDay, say: Say, width: number): Line {
  const label = say({ en: dateOf(day), zh: dateOf(day) })
  const numbers = [String(newCards.length), reviews.toFixed(0), minutes.toFixed(0)]
  return line(cropText(`${row(label, numbers)}  ${exercises.join(' ')}`.trimEnd(), width))
}

function weekLine(days: readonly PlannedDay[], say: Say): Line {
  const sum = (value: (day: PlannedDay) => number) => days.reduce((total, day) => total + value(day), 0)
  const exercises = sum((day) => day.exercises.length)
  const [first, last] = [days[0], days.at(-1)].map((day) => dateOf(day?.day ?? 0))
  const label = say({ en: `${first} to ${last?.slice(5)}`, zh: `${first} 至 ${last?.slice(5)}` })
  const numbers = [
    sum(({ newCards }) => newCards.length).toFixed(0),
    sum(({ reviews }) => reviews).toFixed(0),
    (sum(({ minutes }) => minutes) / days.length).toFixed(0),
  ]
  return line(`${row(label, numbers)}  ${exercises === 0 ? '' : say(exerciseCount(exercises))}`.trimEnd())
}

function exerciseCount(exercises: number): Text {
  return { en: exercises === 1 ? '1 exercise' : `${exercises} exercises`, zh: `${exercises} 道练习` }
}
