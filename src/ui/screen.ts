import type { Deps } from '../app/deps.ts'
import type { OpenOptions } from '../app/open-exercise.ts'
import type { ReviewOptions } from '../app/open-session.ts'
import type { Submission } from '../app/workspace.ts'
import { type ExerciseState, openExerciseState } from './exercise/exercise-state.ts'
import { type ExercisesState, openExercises } from './exercise/exercises-state.ts'
import { createMachine, type Machine } from './frame/machine.ts'
import { type HomeState, openHome } from './home/home-state.ts'
import { openReview, type ReviewState } from './review/review-state.ts'
import { openStats, type StatsState } from './stats/stats-state.ts'
import { type VerdictState, waitForVerdict } from './verdict/verdict-state.ts'

/** Where the learner may go, with all that it takes to get there. */
export type Screen =
  | { readonly kind: 'home' }
  | { readonly kind: 'review'; readonly options: ReviewOptions }
  | { readonly kind: 'exercises' }
  | { readonly kind: 'exercise'; readonly options: OpenOptions }
  /** Grades the submission and records the attempt; with `watch` at every save, until it is aborted. */
  | {
      readonly kind: 'verdict'
      readonly submission: Submission
      readonly seed?: string | undefined
      readonly watch?: AbortSignal | undefined
    }
  | { readonly kind: 'stats' }

/** A screen that is shown, with its state. */
export type OpenScreen =
  | { readonly kind: 'home'; readonly machine: Machine<HomeState> }
  | { readonly kind: 'review'; readonly machine: Machine<ReviewState> }
  | { readonly kind: 'exercises'; readonly machine: Machine<ExercisesState> }
  | { readonly kind: 'exercise'; readonly machine: Machine<ExerciseState> }
  | { readonly kind: 'verdict'; readonly machine: Machine<VerdictState> }
  | { readonly kind: 'stats'; readonly machine: Machine<StatsState> }

/** @throws Problem when there is no such deck, exercise or file */
export function openScreen(deps: Deps, screen: Screen): OpenScreen {
  switch (screen.kind) {
    case 'home':
      return { kind: 'home', machine: createMachine(openHome(deps)) }
    case 'review':
      return { kind: 'review', machine: createMachine(openReview(deps, screen.options)) }
    case 'exercises':
      return { kind: 'exercises', machine: createMachine(openExercises(deps)) }
    case 'exercise':
      return { kind: 'exercise', machine: createMachine(openExerciseState(deps, screen.options)) }
    case 'verdict':
      return {
        kind: 'verdict',
        machine: createMachine(waitForVerdict({ seed: undefined, watch: undefined, ...screen })),
      }
    case 'stats':
      return { kind: 'stats', machine: createMachine(openStats(deps)) }
  }
}
