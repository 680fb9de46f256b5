import type { StudyDay } from '../day.ts'
import { planningPolicy } from './planning-policy.ts'
import type { Morning, Policy } from './policy.ts'

/** This share of the minutes goes to exercises as long as there are some: what is solved is another thing than what is recalled. */
export const EXERCISE_SHARE = 1 / 3

/** On which days exercises come, and how many then. */
export interface ExerciseDays {
  readonly isOne: (day: StudyDay) => boolean
  readonly aDay: number
}

/** Every so many days as it takes to save up for one of middling length; the first as long after the one that was done last. */
export function exerciseDays({ items, today, minutesOn }: Morning): ExerciseDays {
  if (items.length === 0) return { isOne: () => false, aDay: 0 }
  const middling = items.reduce((sum, { minutes }) => sum + minutes.first, 0) / items.length
  const aDay = (EXERCISE_SHARE * minutesOn(today + 1)) / middling
  const every = Math.max(1, Math.round(1 / aDay))
  const last = items.reduce((latest, { memory }) => Math.max(latest, memory?.lastDay ?? 0), 0)
  const first = Math.max(today, last + every)
  return {
    isOne: (day) => day >= first && (day - first) % every === 0,
    aDay: Math.max(1, Math.round(aDay)),
  }
}

/** On those days so many as are most urgent, of those that are due or new and for which the day is long enough. */
export function exercisePolicy({ isOne, aDay }: ExerciseDays): Policy {
  return (morning) => {
    const { items, today, minutesOn } = morning
    if (!isOne(today)) return []
    // An attempt before the day on which it is due is practice, and changes nothing.
    const fitting = items.filter(
      ({ minutes, memory }) =>
        Math.max(minutes.first, minutes.again) <= minutesOn(today) && (memory?.dueDay ?? today) <= today,
    )
    return planningPolicy({ ...morning, items: fitting }).slice(0, aDay)
  }
}
