import type { ListedDeck } from '../card.ts'
import { isStable } from '../card-state.ts'
import type { StudyDay } from '../day.ts'
import type { ExerciseState } from '../exercise-state.ts'
import { type MemoryTrace, NEW } from '../memory.ts'
import type { Scheduler } from '../scheduler.ts'
import { mean } from '../sum.ts'

/** What is known of a topic: a deck and the exercises on it. */
export interface Mastery {
  readonly deck: ListedDeck
  readonly total: number
  readonly seen: number
  readonly stable: number
  /** Mean probability of recall over all its cards on the day asked for, a new card counting 0. */
  readonly recall: number
  readonly exercises: ExerciseMastery
  /** Half of it the cards' recall and half the exercises'; of the cards alone where the topic has no exercise. */
  readonly mastery: number
}

export interface ExerciseMastery {
  readonly total: number
  /** Accepted at least once. */
  readonly accepted: number
  /** As the cards' recall: an exercise that was never rated counts 0. */
  readonly recall: number
}

/** How one stands with an exercise. */
export interface Practised {
  readonly state: ExerciseState
  /** How often it was accepted. */
  readonly accepted: number
}

export function masteryOf(
  deck: ListedDeck,
  cards: readonly (MemoryTrace | undefined)[],
  exercises: readonly Practised[],
  day: StudyDay,
  schedulers: { readonly cards: Scheduler; readonly exercises: Scheduler },
): Mastery {
  const memories = cards.map((memory) => memory ?? NEW)
  const recall = mean(memories.map((memory) => schedulers.cards.retrievability(memory, day)))
  const solved = mean(exercises.map(({ state }) => schedulers.exercises.retrievability(state.memory, day)))
  return {
    deck,
    total: memories.length,
    seen: memories.filter((memory) => memory.kind !== 'new').length,
    stable: memories.filter(isStable).length,
    recall,
    exercises: {
      total: exercises.length,
      accepted: exercises.filter(({ accepted }) => accepted > 0).length,
      recall: solved,
    },
    mastery: exercises.length === 0 ? recall : (recall + solved) / 2,
  }
}
