import { DAY_MS, type Instant } from './day.ts'

const KEPT = { days: 7, weeks: 4, months: 12 }

/**
 * Of what was taken: the last of each of the last 7 days on which any was, of each of 4 such weeks, and of
 * each of 12 such months.
 */
export function keptBackups(taken: readonly Instant[]): ReadonlySet<Instant> {
  const latestFirst = [...taken].sort((one, other) => other - one)
  return new Set([
    ...lastOfEach(latestFirst, dayOf, KEPT.days),
    ...lastOfEach(latestFirst, weekOf, KEPT.weeks),
    ...lastOfEach(latestFirst, monthOf, KEPT.months),
  ])
}

/** Whether it is time for another. One that is dated later than now says nothing: a clock was wrong. */
export function isBackupDue(taken: readonly Instant[], now: Instant): boolean {
  return !taken.some((at) => Math.abs(now - at) < DAY_MS)
}

function lastOfEach(
  latestFirst: readonly Instant[],
  periodOf: (at: Instant) => number,
  most: number,
): readonly Instant[] {
  const lasts = new Map<number, Instant>()
  for (const at of latestFirst) {
    const period = periodOf(at)
    if (!lasts.has(period) && lasts.size < most) lasts.set(period, at)
  }
  return [...lasts.values()]
}

/** In UTC, so that it stays the same wherever one travels. */
function dayOf(at: Instant): number {
  return Math.floor(at / DAY_MS)
}

/** From Monday; 1970 began on a Thursday. */
function weekOf(at: Instant): number {
  return Math.floor((dayOf(at) + 3) / 7)
}

function monthOf(at: Instant): number {
  const date = new Date(at)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
