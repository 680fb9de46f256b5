import type { StudyDay } from '../day.ts'
import { type DayTotals, type StudiedDay, totalsOfDays } from '../day-totals.ts'

/** Of the cards that had been learnt, how many were recalled. Cards on steps of minutes do not count. */
export interface Retention {
  readonly recalled: number
  readonly total: number
}

export interface TrueRetention {
  /** Intervals under 21 days. */
  readonly young: Retention
  readonly mature: Retention
  readonly all: Retention
}

/** Over so many days, today the last. */
export type RetentionOfPeriod = TrueRetention & { readonly days: number }

export function retentionOfPeriod(
  studied: readonly StudiedDay[],
  today: StudyDay,
  days: number,
): RetentionOfPeriod {
  const within = studied.filter(({ day }) => day > today - days && day <= today + 1)
  return { days, ...trueRetention(totalsOfDays(within)) }
}

export function trueRetention({ young, youngRecalled, mature, matureRecalled }: DayTotals): TrueRetention {
  return {
    young: { recalled: youngRecalled, total: young },
    mature: { recalled: matureRecalled, total: mature },
    all: { recalled: youngRecalled + matureRecalled, total: young + mature },
  }
}
