import { type Moment, type StudyDay, studyDayOf } from '../day.ts'

/** The first and the last moment of a day on which something was done; undefined where that is not known. */
export interface DayEdges {
  readonly firstOn: (day: StudyDay) => Moment | undefined
  readonly lastOn: (day: StudyDay) => Moment | undefined
}

/**
 * Days in a row with a review or an attempt, up to today or, while today is still open, to yesterday. `days`
 * falls. Who flew west may have studied tomorrow already; a day further ahead is of a wrong clock.
 */
export function streakOf(days: readonly StudyDay[], now: Moment, edges: DayEdges): number {
  const today = studyDayOf(now)
  const past = daysUpTo(days, today)
  const [latest] = past
  if (latest === undefined || !goesOn(latest, today, edges, now)) return 0
  const broken = past.findIndex((day, at) => at > 0 && !goesOn(day, past[at - 1] ?? day, edges))
  return broken < 0 ? past.length : broken
}

/** The most days in a row that there ever were. `days` falls. */
export function longestStreak(days: readonly StudyDay[], today: StudyDay, edges: DayEdges): number {
  let [longest, current] = [0, 0]
  const past = daysUpTo(days, today)
  for (const [at, day] of past.entries()) {
    current = at > 0 && goesOn(day, past[at - 1] ?? day, edges) ? current + 1 : 1
    longest = Math.max(longest, current)
  }
  return longest
}

function daysUpTo(days: readonly StudyDay[], today: StudyDay): readonly StudyDay[] {
  return days.filter((day) => day <= today + 1)
}

/**
 * Whether a later day follows a day, or one that a flight east took lies between: by the clock of the place
 * before it was the next day. `until`: the moment of the later day, where it is not its first.
 */
function goesOn(day: StudyDay, later: StudyDay, edges: DayEdges, until?: Moment): boolean {
  if (later <= day + 1) return true
  if (later > day + 2) return false
  const last = edges.lastOn(day)
  const next = until ?? edges.firstOn(later)
  return last !== undefined && next !== undefined && studyDayOf({ ...last, at: next.at }) <= day + 1
}
