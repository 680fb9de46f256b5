import type { DayLoad } from '../core/balance/balance-days.ts'
import { NO_EASY_DAYS, parseEasyDays } from '../core/balance/easy-days.ts'
import type { StudyDay } from '../core/day.ts'
import { type Deps, settingsIn } from './deps.ts'
import { exerciseMinutes } from './exercise-minutes.ts'
import { minutesOfCards } from './minutes-of-cards.ts'

/** What the days to come hold already: cards and exercises, in minutes. */
export function loadOfDays(deps: Deps, today: StudyDay): DayLoad {
  const { due } = minutesOfCards(deps, today)
  const ofExercises = minutesOfExercises(deps)
  return {
    minutesOn: (day) => due * deps.store.memories.dueOn(day) + (ofExercises.get(day) ?? 0),
    cardMinutes: due,
    easyDays: parseEasyDays(settingsIn(deps)['easy-days']) ?? NO_EASY_DAYS,
  }
}

/** Of those that come back, by their day. */
function minutesOfExercises(deps: Deps): ReadonlyMap<StudyDay, number> {
  const minutesOf = exerciseMinutes(deps)
  const byDay = new Map<StudyDay, number>()
  for (const [id, { memory }] of deps.store.exercises()) {
    const exercise = deps.content.exercises.get(id)
    if (exercise === undefined || memory.kind !== 'review') continue
    byDay.set(memory.dueDay, (byDay.get(memory.dueDay) ?? 0) + minutesOf(exercise))
  }
  return byDay
}
