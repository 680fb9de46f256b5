import type { Today } from '../../app/summarize-today.ts'
import { dateOf } from '../../core/day.ts'

/** What `anneal --json` prints. */
export function todayFields(today: Today): object {
  const {
    day,
    due,
    reviewedToday,
    newCards,
    exercise,
    streak,
    readiness,
    pace,
    plan,
    cards,
    marks,
    faults,
    edited,
    daysBehind,
    lastSync,
  } = today
  return {
    day: dateOf(day),
    due,
    reviewedToday,
    newCards,
    exercise: exercise?.exercise.id ?? null,
    streak,
    readiness: { ...readiness, day: dateOf(readiness.day) },
    pace: pace ?? null,
    plan: plan ? { ...plan, recall: plan.recall ?? null } : null,
    cards,
    ...marks,
    faults,
    edited,
    daysBehind: daysBehind ?? null,
    lastSync: lastSync === undefined ? null : new Date(lastSync).toISOString(),
  }
}
