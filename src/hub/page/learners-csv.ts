import { dateOf } from '../../core/day.ts'
import { rowText } from '../../interop/csv/write-rows.ts'
import type { Member } from '../progress/course-view.ts'

const HEAD = [
  'learner',
  'day',
  'last_active',
  'reviews',
  'minutes',
  'days',
  'readiness',
  'readiness_on',
  'cards_seen',
  'exercises_tried',
  'exercises_solved',
  'exercises_stuck',
]

/** The learners who share, one a row. */
export function learnersCsv(members: readonly Member[]): string {
  // Excel takes a file without this mark for one of the local code page.
  return `\ufeff${[HEAD, ...members.map(row)].map((cells) => rowText(cells, 'comma')).join('')}`
}

function row({ name, standing }: Member): readonly (string | number)[] {
  const { day, lastActive, total, readiness, topics, exercises, stuck } = standing
  return [
    noFormula(name),
    dateOf(day),
    lastActive === undefined ? '' : dateOf(lastActive),
    total.reviews,
    Math.round(total.minutes),
    total.days,
    readiness.recall.toFixed(4),
    dateOf(readiness.day),
    topics.reduce((sum, { seen }) => sum + seen, 0),
    exercises.length,
    exercises.filter(({ accepted }) => accepted > 0).length,
    stuck.length,
  ]
}

/** A spreadsheet runs what begins so, in some languages also where the sign is of full width. */
function noFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
}
