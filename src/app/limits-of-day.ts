import type { StudyDay } from '../core/day.ts'
import { spentOf } from '../core/day-totals.ts'
import { type CardLimits, limitsWithin } from '../core/minutes-a-day.ts'
import { type Deps, settingsIn } from './deps.ts'
import { exercisesOfDay } from './exercises-of-day.ts'
import { minutesOfCards } from './minutes-of-cards.ts'
import type { PlannedCards } from './plan/planned-today.ts'

/**
 * How many new cards and reviews today may have, over all decks: what a plan wants, else what the settings say, or less where the minutes of a day
 * have no room.
 */
export function limitsOfDay(deps: Deps, day: StudyDay, planned: PlannedCards | undefined): CardLimits {
  if (planned) {
    const { newCards } = spentOf(deps.store.history.totalsOn(day))
    return { newCards: newCards + planned.fresh.size, reviews: Number.POSITIVE_INFINITY }
  }
  const { limits, minutes } = limitsIn(deps)
  if (minutes === 0) return limits
  const totals = deps.store.history.totalsOn(day)
  const exercises = exercisesOfDay(deps, day)
  return limitsWithin({
    limits,
    done: spentOf(totals),
    due: deps.store.agenda(day).due.length,
    minutesLeft: minutes - totals.durationMs / 60_000 - exercises.spentMinutes,
    exerciseMinutes: exercises.waitingMinutes,
    takes: minutesOfCards(deps, day),
  })
}

/** How many reviews a day to come may have. */
export function reviewsOfComingDay(deps: Deps, today: StudyDay): number {
  const { limits, minutes } = limitsIn(deps)
  return minutes === 0
    ? limits.reviews
    : Math.min(limits.reviews, Math.ceil(minutes / minutesOfCards(deps, today).due))
}

function limitsIn(deps: Deps): { readonly limits: CardLimits; readonly minutes: number } {
  const settings = settingsIn(deps)
  return {
    limits: { newCards: settings['new-per-day'], reviews: settings['reviews-per-day'] },
    minutes: settings['minutes-per-day'],
  }
}
