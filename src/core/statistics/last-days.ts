import type { StudyDay } from '../day.ts'
import { NOTHING_DONE, type StudiedDay } from '../day-totals.ts'

/** Each of the last `length` days, the oldest first and today last, also those on which nothing was done. */
export function lastDays(
  studied: readonly StudiedDay[],
  today: StudyDay,
  length: number,
): readonly StudiedDay[] {
  const byDay = new Map(studied.map((day) => [day.day, day]))
  return Array.from({ length }, (_, at) => {
    const day = today - length + 1 + at
    return byDay.get(day) ?? { ...NOTHING_DONE, day }
  })
}
