import { DAY_MS, dayOfDate } from '../../core/day.ts'
import { withinBounds } from '../../core/memory-bounds.ts'
import type { PlainSchedule } from './plain-note.ts'

/** The comment in which the plugin keeps when a note's cards come back, one behind the other. */
export const SCHEDULE = /\s?<!--SR:(![^\n]{1,4000}?)-->/

/** Of cards that are new it says nothing, or a date of the year 2000. */
export function readSchedules(comment: string): readonly PlainSchedule[] {
  const [, list = ''] = SCHEDULE.exec(comment) ?? []
  return list
    .split('!')
    .slice(1)
    .flatMap((entry) => scheduleOf(entry.split(',')) ?? [])
}

function scheduleOf(fields: readonly string[]): PlainSchedule | undefined {
  return fields[0] === 'fsrs' ? byFsrs(fields.slice(1)) : byEase(fields)
}

/** A due date, an interval and an ease in percent, as SM-2 has them. */
function byEase([due = '', interval = '', ease = '250']: readonly string[]): PlainSchedule | undefined {
  const dueDay = dayOfDate(due.trim())
  const intervalDays = Number(interval)
  if (dueDay === undefined || !(intervalDays >= 1 && intervalDays < LONGEST) || dueDay < FIRST_DAY)
    return undefined
  // At the end of an interval of SM-2 nine of ten are recalled, which is what stability says too.
  return {
    dueDay,
    intervalDays: Math.round(intervalDays),
    ...withinBounds({ stability: intervalDays, difficulty: difficultyOf(Number(ease)) }),
    lastReview: undefined,
  }
}

/** The plugin marks a card that is new among others by 2000-01-01. */
const FIRST_DAY = 11_000

/** What no plugin writes; its longest interval is 36525 days, a little more than our longest stability. */
const LONGEST = 100_000

/** An ease of 130 is the hardest, 250 the usual one. */
function difficultyOf(ease: number): number {
  const hardness = (LARGEST_EASE - Math.min(LARGEST_EASE, Math.max(130, ease || 250))) / (LARGEST_EASE - 130)
  return 1 + 9 * hardness
}

const LARGEST_EASE = 350

function byFsrs([due = '', interval, stability, difficulty, , , , , last = '']: readonly string[]):
  | PlainSchedule
  | undefined {
  const at = Date.parse(due)
  const [days, lasting, hard] = [Number(interval), Number(stability), Number(difficulty)]
  if (Number.isNaN(at) || !(lasting > 0 && lasting < LONGEST) || !(hard >= 1 && hard <= 10)) return undefined
  const lastReview = Date.parse(last)
  return {
    dueDay: Math.floor(at / DAY_MS),
    intervalDays: Math.min(LONGEST, Math.max(1, Math.round(days) || 1)),
    ...withinBounds({ stability: lasting, difficulty: hard }),
    lastReview: !(lastReview > 0) ? undefined : lastReview,
  }
}
