import { BROWSE } from './browse/browse-screen.ts'
import { EXERCISE } from './exercise/exercise-screen.ts'
import { EXERCISE_LIST } from './exercise-list/exercise-list-screen.ts'
import type { Backstage, OpenScreen, ScreenOpener } from './frame/define-screen.ts'
import type { DestinationOf, Destinations, ScreenKind } from './frame/destination.ts'
import { HOME } from './home/home-screen.ts'
import { PLAN_SCREEN } from './plan/plan-screen.ts'
import { REVIEW } from './review/review-screen.ts'
import { SOLUTION } from './solution/solution-screen.ts'
import { STATS } from './stats/stats-screen.ts'
import { TOPICS } from './topics/topics-screen.ts'
import { TRIAL } from './trial/trial-screen.ts'
import { VERDICT } from './verdict/verdict-screen.ts'

/** Every screen of the program. */
const SCREENS: { readonly [K in ScreenKind]: ScreenOpener<Destinations[K]> } = {
  home: HOME,
  review: REVIEW,
  exercises: EXERCISE_LIST,
  exercise: EXERCISE,
  verdict: VERDICT,
  solution: SOLUTION,
  trial: TRIAL,
  stats: STATS,
  plan: PLAN_SCREEN,
  topics: TOPICS,
  browse: BROWSE,
}

/** @throws Problem when there is no such deck, exercise or file */
export function openScreen<K extends ScreenKind>(to: DestinationOf<K>, stage: Backstage): OpenScreen {
  const open: ScreenOpener<Destinations[K]> = SCREENS[to.kind]
  return open(to, stage)
}
