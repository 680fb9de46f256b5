import type { ReviewMode } from '../../app/open-session.ts'
import { exerciseOfToday } from '../../app/summarize-today.ts'
import { type Binding, type CommonEvent, HELP, LANGUAGE } from '../frame/key-table.ts'
import type { ScreenPlan } from '../frame/screen-plan.ts'
import type { Screen } from '../screen.ts'
import type { HomeState } from './home-state.ts'
import { drawHome } from './home-view.ts'

type HomeEvent = { readonly kind: 'review' | 'interview' | 'exercise' | 'exercises' | 'stats' }

const KEYS = [
  { keys: ['r', 'enter'], help: 'toReview', event: { kind: 'review' } },
  { keys: ['i'], help: 'toInterview', event: { kind: 'interview' } },
  { keys: ['x'], help: 'toExercise', event: { kind: 'exercise' } },
  { keys: ['a'], help: 'toExercises', event: { kind: 'exercises' } },
  { keys: ['t'], help: 'toStats', event: { kind: 'stats' } },
  LANGUAGE,
  HELP,
  { keys: ['q', 'escape'], help: 'quit', event: { kind: 'leave' } },
] as const satisfies readonly Binding<HomeEvent | CommonEvent>[]

const sessionOver = (mode: ReviewMode): Screen => ({
  kind: 'review',
  options: { deck: undefined, newCards: undefined, limit: undefined, mode },
})

export const HOME: ScreenPlan<HomeState, HomeEvent> = {
  keys: () => KEYS,
  draw: drawHome,
  hear: ({ kind }, _machine, stage) => {
    const deps = stage.deps()
    switch (kind) {
      case 'review':
        return stage.go(sessionOver('scheduled'))
      case 'interview':
        return stage.go(sessionOver('interview'))
      case 'exercise':
        // With none open, due or new there are still those to practise ahead.
        if (exerciseOfToday(deps, deps.now()) === undefined) return stage.go({ kind: 'exercises' })
        return stage.go({ kind: 'exercise', options: { id: undefined, language: undefined } })
      case 'exercises':
        return stage.go({ kind: 'exercises' })
      case 'stats':
        return stage.go({ kind: 'stats' })
    }
  },
}
