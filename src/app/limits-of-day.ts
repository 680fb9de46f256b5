import { type Moment, studyDayOf } from '../core/day.ts'
import { type DayLimits, limitsFor } from '../core/day-limits.ts'
import { settingsOf } from '../core/settings.ts'
import { type Deps, schedulersIn } from './deps.ts'
import { exercisesOfDay } from './exercises-of-day.ts'
import { minutesOfCards } from './minutes-of-cards.ts'
import { plannedCardsLeft } from './plan/planned-today.ts'

/** @param wanted new cards that the learner wants of this session, instead of what the day may have */
export function limitsOfDay(deps: Deps, now: Moment, wanted?: number): DayLimits {
  const { store, machine } = deps
  const day = studyDayOf(now)
  const texts = store.settings()
  return limitsFor({
    day,
    settings: settingsOf(texts, machine),
    texts,
    wanted,
    totals: store.history.totalsOn(day),
    time: () => ({
      due: store.agenda(day).due.length,
      takes: minutesOfCards(deps, day),
      exercises: exercisesOfDay(deps, day),
    }),
    plan: plannedCardsLeft(deps, now),
    scheduler: schedulersIn(deps).cards,
  })
}
