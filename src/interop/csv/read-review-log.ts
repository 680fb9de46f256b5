import { DAY_MS, type Instant, LAST_INSTANT } from '../../core/day.ts'
import type { Text } from '../../core/locale.ts'
import { RATINGS, type Rating } from '../../core/rating.ts'
import type { LineRemark } from '../text/plain-note.ts'
import { REVIEW_COLUMNS } from './fsrs-row.ts'
import { readRows } from './read-rows.ts'

/** A row of a review log, of a card that is known by whatever its program calls it. */
export interface LoggedRow {
  readonly line: number
  readonly card: string
  readonly at: Instant
  readonly rating: Rating
  readonly durationMs: number
}

/** Whether the first row is that of a review log of FSRS. */
export function isReviewLog(text: string): boolean {
  const names = (/^\ufeff?([^\n]{0,500})/.exec(text)?.[1] ?? '').split(/[,\t;]/).map(bareName)
  return ['card_id', 'review_time', 'review_rating'].every((name) => names.includes(name))
}

function bareName(name: string): string {
  return name.replace(/["\s]/g, '').toLowerCase()
}

/**
 * The reviews of a log, each to `take`. Duration and state are optional; a state is not needed, for it
 * follows from the reviews before. A row that is no review is told, and a manual one (rating 0) left out.
 */
export function readReviewLog(text: string, take: (row: LoggedRow) => void): readonly LineRemark[] {
  const remarks: LineRemark[] = []
  let places: readonly number[] | undefined
  readRows(text, { delimiter: /^[^\n]*\t/.test(text) ? '\t' : ',' }, (cells, line) => {
    if (places === undefined) {
      const names = cells.map(bareName)
      places = REVIEW_COLUMNS.map((name) => names.indexOf(name))
      return
    }
    const row = rowOf(cells, line, places)
    if (row === undefined) {
      if (remarks.length < MOST_REMARKS) remarks.push({ line, message: NO_REVIEW })
    } else if (row !== 'manual') take(row)
  })
  return remarks
}

const MOST_REMARKS = 1000

const NO_REVIEW: Text = {
  en: 'This row is no review: a card, a time in milliseconds since 1970 and a rating from 1 to 4 belong to one.',
  zh: '这一行不是复习记录：须有卡片、自 1970 年起的毫秒时间和 1 到 4 的评分。',
}

function rowOf(
  cells: readonly string[],
  line: number,
  places: readonly number[],
): LoggedRow | 'manual' | undefined {
  const [card = '', time = '', rated = '', , duration = ''] = places.map(
    (place) => cells[place]?.trim() ?? '',
  )
  if (/^0(?:\.0+)?$/.test(rated)) return 'manual'
  const [at, rating] = [timeOf(time), RATINGS[Number(rated) - 1]]
  if (card === '' || at === undefined || rating === undefined) return undefined
  const durationMs = Math.min(DAY_MS, Math.max(0, Number(duration) || 0))
  return { line, card, at, rating, durationMs }
}

/** Some programs write seconds, some a date. */
function timeOf(text: string): Instant | undefined {
  const at = /^-?\d+(?:\.\d+)?$/.test(text) ? Math.round(Number(text)) : Date.parse(text)
  const ms = at < LEAST_MS ? at * 1000 : at
  return ms >= LEAST_MS && ms <= LAST_INSTANT ? ms : undefined
}

/** The year 1980 in milliseconds; as seconds a time long after anyone's. */
const LEAST_MS = 315_532_800_000
