import { EXERCISE } from './exercise/exercise-plan.ts'
import { EXERCISES } from './exercise/exercises-plan.ts'
import { type ComposedFrame, composeFrame, TOP } from './frame/compose-frame.ts'
import type { WindowSize } from './frame/picture.ts'
import { HOME } from './home/home-plan.ts'
import { REVIEW } from './review/review-plan.ts'
import type { Stage } from './stage.ts'
import { STATS } from './stats/stats-plan.ts'
import { VERDICT } from './verdict/verdict-plan.ts'

/** The frame of a screen that was just opened. */
export function composeFirst(stage: Stage, size: WindowSize): ComposedFrame {
  const { shown, locale, notice } = stage.machine.get()
  const common = { view: TOP, locale, notice, size, now: stage.deps().now() }
  switch (shown.kind) {
    case 'home':
      return composeFrame({ ...common, plan: HOME, state: shown.machine.get() })
    case 'review':
      return composeFrame({ ...common, plan: REVIEW, state: shown.machine.get() })
    case 'exercises':
      return composeFrame({ ...common, plan: EXERCISES, state: shown.machine.get() })
    case 'exercise':
      return composeFrame({ ...common, plan: EXERCISE, state: shown.machine.get() })
    case 'verdict':
      return composeFrame({ ...common, plan: VERDICT, state: shown.machine.get() })
    case 'stats':
      return composeFrame({ ...common, plan: STATS, state: shown.machine.get() })
  }
}
