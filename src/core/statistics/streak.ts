import type { StudyDay } from '../day.ts'

/**
 * Days in a row with a review or an attempt, up to today or, while today is still open, to yesterday. `days`
 * falls. Who flew west may have studied tomorrow already; a day further ahead is of a wrong clock.
 */
export function streakOf(days: readonly StudyDay[], today: StudyDay): number {
  const past = days.filter((day) => day <= today + 1)
  let expected = Math.max(past[0] ?? today, today - 1)
  let streak = 0
  for (const day of past) {
    if (day !== expected) break
    streak++
    expected--
  }
  return streak
}

/** The most days in a row that there ever were. `days` falls. */
export function longestStreak(days: readonly StudyDay[], today: StudyDay): number {
  let [longest, current] = [0, 0]
  const past = days.filter((day) => day <= today + 1)
  for (const [at, day] of past.entries()) {
    current = at > 0 && past[at - 1] === day + 1 ? current + 1 : 1
    longest = Math.max(longest, current)
  }
  return longest
}
