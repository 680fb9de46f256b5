import { type Moment, studyDayOf } from '../../core/day.ts'
import type { PlannedItem } from '../../core/plan/policy.ts'
import { plannedMemory } from '../../core/planned-memory.ts'
import type { Deps } from '../deps.ts'
import { exerciseMinutes } from '../exercise-minutes.ts'
import { openDecks } from '../named-decks.ts'
import { rankedExercises } from '../ranked-exercises.ts'
import { decksOfPlan } from './decks-of-plan.ts'
import type { KeptPlan } from './kept-plan.ts'

/** Those of the plan's topics, in the order in which days without a plan ask them. */
export function plannedExercises(deps: Deps, plan: KeptPlan, now: Moment): readonly PlannedItem[] {
  const states = deps.store.exercises()
  const minutesOf = exerciseMinutes(deps)
  return rankedExercises(deps, now)
    .filter(({ exercise }) => isWanted(deps, plan, exercise.topic))
    .map(({ exercise }, order) => {
      const { id, topic } = exercise
      const minutes = minutesOf(exercise)
      const item = { id, topic, order, minutes: { first: minutes, again: minutes }, weight: 1 }
      const memory = states.get(id)?.memory
      return memory === undefined || memory.kind === 'new'
        ? item
        : { ...item, memory: plannedMemory(memory, studyDayOf(now)) }
    })
}

/** An exercise whose topic has no deck is wanted where the plan names none. */
function isWanted(deps: Deps, { topics }: KeptPlan, topic: string): boolean {
  const deck = deps.content.decks.find(({ name }) => name === topic)
  if (deck === undefined) return topics.length === 0
  return decksOfPlan(deps, topics).includes(deck) && openDecks(deps, [deck], topics).length > 0
}
