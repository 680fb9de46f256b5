import { EXERCISE } from './exercise/exercise-plan.ts'
import { EXERCISES } from './exercise/exercises-plan.ts'
import { createScreenView, type ScreenView } from './frame/screen-view.ts'
import { HOME } from './home/home-plan.ts'
import { REVIEW } from './review/review-plan.ts'
import type { OpenScreen } from './screen.ts'
import type { Stage } from './stage.ts'
import { STATS } from './stats/stats-plan.ts'
import { VERDICT } from './verdict/verdict-plan.ts'

/** The view of the screen where the learner is: a new one whenever that is another. */
export function followView(stage: Stage): () => ScreenView {
  let shown = stage.machine.get().shown
  let view = viewOf(stage, shown)
  return () => {
    const now = stage.machine.get().shown
    if (now !== shown) {
      shown = now
      view = viewOf(stage, shown)
    }
    return view
  }
}

/** Each kind of screen with its plan: the one place where they meet. */
function viewOf(stage: Stage, shown: OpenScreen): ScreenView {
  switch (shown.kind) {
    case 'home':
      return createScreenView(stage, HOME, shown.machine)
    case 'review':
      return createScreenView(stage, REVIEW, shown.machine)
    case 'exercises':
      return createScreenView(stage, EXERCISES, shown.machine)
    case 'exercise':
      return createScreenView(stage, EXERCISE, shown.machine)
    case 'verdict':
      return createScreenView(stage, VERDICT, shown.machine)
    case 'stats':
      return createScreenView(stage, STATS, shown.machine)
  }
}
