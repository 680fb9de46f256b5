import { type AssignInput, type Assignment, rankExercises } from '../core/assign-exercise.ts'
import { UNSEEN_CARD } from '../core/card-state.ts'
import type { Moment } from '../core/day.ts'
import { type Deps, schedulersIn } from './deps.ts'

/** Those that are written to their end, the most useful first. */
export function rankedExercises(deps: Deps, now: Moment): readonly Assignment[] {
  return rankExercises(assignInput(deps, now)).filter(({ exercise }) => !exercise.isDraft)
}

export function assignInput(deps: Deps, now: Moment): AssignInput {
  const exercises = [...deps.content.exercises.values()]
  const cards = deps.store.cardsAmong(exercises.flatMap(({ prerequisites }) => prerequisites))
  return {
    exercises,
    states: deps.store.exercises(),
    stateOfCard: (card) => cards.get(card) ?? UNSEEN_CARD,
    now,
    scheduler: schedulersIn(deps).exercises,
  }
}
