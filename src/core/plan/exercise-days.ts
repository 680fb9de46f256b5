import type { StudyDay } from '../day.ts'
import { mean } from '../sum.ts'
import { planningPolicy } from './planning-policy.ts'
import type { Morning, Policy } from './policy.ts'

/** How many exercises come on a day; on most none. */
export type ExerciseTurns = ReadonlyMap<StudyDay, number>

/** One comes as soon as a middling one's minutes are saved up since the last, the first of all at once. */
export function exerciseTurns(morning: Morning, share: number): ExerciseTurns {
  const { items, today, interview, minutesOn } = morning
  const turns = new Map<StudyDay, number>()
  const lengths = items.map(({ minutes }) => minutes.first)
  const shortest = Math.min(...lengths)
  const middling = mean(lengths)
  let saved = Math.min(middling, savedSinceLast(morning, share))
  for (let day = today; day < interview; day++) {
    if (day > today) saved += share * minutesOn(day)
    const count = Math.floor(saved / middling)
    if (count < 1 || minutesOn(day) < shortest) continue
    turns.set(day, count)
    saved -= count * middling
  }
  return turns
}

/** As if days past had been like those to come. */
function savedSinceLast({ items, today, interview, minutesOn }: Morning, share: number): number {
  const last = items.reduce((latest, { memory }) => Math.max(latest, memory?.lastDay ?? NEVER), NEVER)
  const coming = Array.from({ length: interview - today }, (_, at) => minutesOn(today + at))
  const meanMinutes = mean(coming)
  return last === NEVER ? Number.POSITIVE_INFINITY : share * meanMinutes * Math.max(0, today - last)
}

const NEVER = Number.NEGATIVE_INFINITY

/** In their turns those that are most urgent, of those that are due or new and for which the day is long enough. */
export function exercisePolicy(turns: ExerciseTurns): Policy {
  return (morning) => {
    const { items, today, minutesOn } = morning
    const count = turns.get(today) ?? 0
    if (count === 0) return []
    // An attempt before the day on which it is due is practice, and changes nothing.
    const fitting = items.filter(
      ({ minutes, memory }) =>
        Math.max(minutes.first, minutes.again) <= minutesOn(today) && (memory?.dueDay ?? today) <= today,
    )
    return planningPolicy({ ...morning, items: fitting }).slice(0, count)
  }
}
