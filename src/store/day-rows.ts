import type { StudyDay } from '../core/day.ts'
import type { DayTotals } from '../core/day-totals.ts'

export interface DayRow {
  readonly day: number
  readonly reviews: number
  readonly duration_ms: number
  readonly fresh: number
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
  'young',
  'young_recalled',
  'mature',
  'mature_recalled',
] as const

export function dayRow(
  day: StudyDay,
  { durationMs, youngRecalled, matureRecalled, ...counts }: DayTotals,
): DayRow {
  return {
    day,
    ...counts,
    duration_ms: durationMs,
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
    young,
    youngRecalled: row.young_recalled,
    mature,
    matureRecalled: row.mature_recalled,
  }
}
