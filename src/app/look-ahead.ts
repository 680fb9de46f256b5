import type { Assignment } from '../core/assign-exercise.ts'
import { DAY_MS, studyDayOf } from '../core/day.ts'
import { mainOrder } from '../core/queue.ts'
import { type Deps, settingsIn } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { knownCards } from './known-cards.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

/** What there is to do at the end of a session. */
export interface Ahead {
  /** How many cards tomorrow asks for, as things stand. */
  readonly tomorrow: number
  readonly exercise: Assignment | undefined
  readonly newToday: number
  readonly newPerDay: number
  /** Cards that were never reviewed. */
  readonly unseen: number
}

export function lookAhead(deps: Deps): Ahead {
  const now = deps.now()
  const known = knownCards(deps)
  const exercise = exerciseOfToday(deps, now)
  const tomorrow = todayQueue(deps, WHOLE_QUEUE, { ...now, at: now.at + DAY_MS }, { known, exercise })
  return {
    tomorrow: mainOrder(tomorrow).length + tomorrow.learning.length,
    exercise,
    newToday: deps.store.history.totalsOn(studyDayOf(now)).fresh,
    newPerDay: settingsIn(deps)['new-per-day'],
    unseen: known.open.reduce((sum, deck) => sum + deck.cards.length - known.seenIn(deck), 0),
  }
}
