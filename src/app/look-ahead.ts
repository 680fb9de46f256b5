import type { Assignment } from '../core/assign-exercise.ts'
import { DAY_MS } from '../core/day.ts'
import { countDue, dueInAll } from './count-due.ts'
import type { Deps } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { knownCards } from './known-cards.ts'
import { type NewCardsToday, newCardsToday } from './new-cards-today.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

/** What there is to do at the end of a session. */
export interface Ahead {
  /** How many cards tomorrow asks for, as things stand. */
  readonly tomorrow: number
  readonly exercise: Assignment | undefined
  readonly newCards: NewCardsToday
}

/** @param decks those that the session was of; empty: every deck */
export function lookAhead(deps: Deps, decks: readonly string[]): Ahead {
  const now = deps.now()
  const known = knownCards(deps)
  const exercise = exerciseOfToday(deps, now)
  const tomorrow = todayQueue(deps, WHOLE_QUEUE, { ...now, at: now.at + DAY_MS }, { known, exercise })
  return {
    tomorrow: dueInAll(countDue(tomorrow)),
    exercise,
    newCards: newCardsToday(deps, known, now, decks),
  }
}
