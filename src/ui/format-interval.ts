import type { Instant, StudyDay } from '../core/day.ts'
import type { SeenMemory } from '../core/memory.ts'
import type { Messages } from './messages/messages.ts'

const MINUTE_MS = 60_000
const DAYS_A_MONTH = 30.44
const DAYS_A_YEAR = 365.25

/** How long until a memory comes back: `10m`, `8d`, `1.2y`. */
export function formatDue(
  memory: SeenMemory,
  from: { at: Instant; day: StudyDay },
  messages: Messages,
): string {
  return memory.kind === 'review'
    ? formatDays(memory.dueDay - from.day, messages)
    : formatMinutes(memory.due - from.at, messages)
}

export function formatMinutes(ms: number, { intervals }: Messages): string {
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes < 1) return intervals.underMinute
  return minutes < 100 ? intervals.minutes(`${minutes}`) : intervals.hours(short(minutes / 60))
}

export function formatDays(days: number, { intervals }: Messages): string {
  if (days < 60) return intervals.days(`${Math.max(0, Math.round(days))}`)
  if (days < DAYS_A_YEAR) return intervals.months(short(days / DAYS_A_MONTH))
  return intervals.years(short(days / DAYS_A_YEAR))
}

export function formatPercent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function short(value: number): string {
  return `${Number(value.toFixed(1))}`
}
