import type { StudyDay } from '../core/day.ts'
import type { DayTotals } from '../core/day-totals.ts'

export interface DayRow {
  readonly day: number
  readonly reviews: number
  readonly duration_ms: number
  readonly fresh: number
  readonly fresh_interviewed: number
  readonly due_interviewed: number
  readonly young: number
  readonly young_recalled: number
  readonly mature: number
  readonly mature_recalled: number
}

export const DAY_COLUMNS = [
  'day',
  'reviews',
  'duration_ms',
  'fresh',
  'fresh_interviewed',
  'due_interviewed',
  'young',
  'young_recalled',
  'mature',
  'mature_recalled',
] as const

export function dayRow(
  day: StudyDay,
  { durationMs, freshInterviewed, dueInterviewed, youngRecalled, matureRecalled, ...counts }: DayTotals,
): DayRow {
  return {
    day,
    ...counts,
    duration_ms: durationMs,
    fresh_interviewed: freshInterviewed,
    due_interviewed: dueInterviewed,
    young_recalled: youngRecalled,
    mature_recalled: matureRecalled,
  }
}

export function dayTotalsOf(row: DayRow): DayTotals {
  const { reviews, fresh, young, mature } = row
  return {
    reviews,
    durationMs: row.duration_ms,
    fresh,
    freshInterviewed: row.fresh_interviewed,
    dueInterviewed: row.due_interviewed,
    young,
    youngRecalled: row.young_recalled,
    mature,
    matureRecalled: row.mature_recalled,
  }
}
