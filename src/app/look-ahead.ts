import type { Assignment } from '../core/assign-exercise.ts'
import { DAY_MS, type Moment } from '../core/day.ts'
import { countDue, dueInAll } from './count-due.ts'
import type { Deps } from './deps.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { type KnownCards, knownCards } from './known-cards.ts'
import { limitsOfDay } from './limits-of-day.ts'
import { type NewCardsToday, newCardsToday } from './new-cards-today.ts'
import { cardsAhead } from './open-session.ts'
import { planOfDay } from './plan/plan-of-day.ts'
import { todayQueue, WHOLE_QUEUE } from './today-queue.ts'

/** What there is to do at the end of a session. */
export interface Ahead {
  /** How many cards tomorrow asks for, as things stand. */
  readonly tomorrow: number
  readonly exercise: Assignment | undefined
  readonly newCards: NewCardsToday
  /** How many cards come within the next days. */
  readonly early: number
}

/** @param decks those that the session was of; empty: every deck */
export function lookAhead(deps: Deps, decks: readonly string[]): Ahead {
  const now = deps.now()
  const known = knownCards(deps)
  const exercise = exerciseOfToday(deps, now)
  return {
    tomorrow: cardsTomorrow(deps, now, known, exercise),
    exercise,
    newCards: newCardsToday(deps, known, limitsOfDay(deps, now), decks),
    early: cardsAhead(deps, { decks }, now).length,
  }
}

/** A plan foretells them; it is made anew only when the day has come. */
function cardsTomorrow(deps: Deps, now: Moment, known: KnownCards, exercise: Assignment | undefined): number {
  const planned = planOfDay(deps, now)?.days[1]
  if (planned) return planned.newCards.length + Math.round(planned.reviews)
  const then = { ...now, at: now.at + DAY_MS }
  const basis = { known, exercise, limits: limitsOfDay(deps, then) }
  return dueInAll(countDue(todayQueue(deps, WHOLE_QUEUE, then, basis)))
}
