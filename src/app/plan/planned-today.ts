import type { Assignment } from '../../core/assign-exercise.ts'
import { isShownOn } from '../../core/card-state.ts'
import { type Moment, type StudyDay, studyDayOf } from '../../core/day.ts'
import type { DueCard, PlannedCards } from '../../core/day-limits.ts'
import type { CardId } from '../../core/ids.ts'
import type { Deps } from '../deps.ts'
import { rankedExercises } from '../ranked-exercises.ts'
import { planOfDay } from './plan-of-day.ts'

/** Undefined without a plan whose date is to come. */
export function plannedCardsLeft(deps: Deps, now: Moment): PlannedCards | undefined {
  const plan = planOfDay(deps, now)
  return plan && cardsLeft(deps, plan.cards, studyDayOf(now))
}

function cardsLeft({ store, content }: Deps, cards: readonly CardId[], day: StudyDay): PlannedCards {
  const fresh = new Set<CardId>()
  const again: DueCard[] = []
  for (const card of cards) {
    const state = store.card(card)
    if (!content.cards.has(card) || !isShownOn(state, day)) continue
    const { memory } = state
    if (memory.kind === 'new') fresh.add(card)
    else if (memory.kind === 'review' && memory.lastDay !== day)
      again.push({ card, lastDay: memory.lastDay, stability: memory.stability })
  }
  return { fresh, again }
}

/**
 * The first of the plan's exercises today that was not done yet, where one is left. Undefined without a plan
 * whose date is to come.
 */
export function plannedExerciseLeft(
  deps: Deps,
  now: Moment,
): { readonly left: Assignment | undefined } | undefined {
  const plan = planOfDay(deps, now)
  if (plan === undefined) return undefined
  const wanted = new Set(plan.days[0]?.exercises)
  const left = rankedExercises(deps, now).find(
    ({ exercise, reason }) => wanted.has(exercise.id) && reason.kind !== 'ahead',
  )
  return { left }
}
