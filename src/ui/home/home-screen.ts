import { setImmediate } from 'node:timers/promises'
import type { Deps } from '../../app/deps.ts'
import { allowTenMore } from '../../app/new-cards-today.ts'
import type { ReviewMode } from '../../app/open-session.ts'
import { isPlanDue } from '../../app/plan/plan-of-day.ts'
import { summarizeToday, type Today } from '../../app/summarize-today.ts'
import { type StudyDay, studyDayOf } from '../../core/day.ts'
import { reviewMissing } from '../exercise/review-missing.ts'
import { defineScreen } from '../frame/define-screen.ts'
import type { Destination } from '../frame/destination.ts'
import { type Binding, type CommonEvent, go, HELP, LANGUAGE, LEAVE, STOP } from '../frame/key-table.ts'
import { TEN_MORE } from '../review/ten-more.ts'
import { isAtLimit } from '../words/limit-text.ts'
import { drawHome } from './home-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly home: unknown
  }
}

export type HomeState =
  | { readonly kind: 'ready'; readonly today: Today }
  /** The plan of the day is made behind the first frame. */
  | { readonly kind: 'planning'; readonly day: StudyDay }

type HomeEvent = { readonly kind: 'more' } | { readonly kind: 'look' }

export const HOME = defineScreen<unknown, HomeState, HomeEvent>({
  open: (deps) => {
    const now = deps.now()
    return isPlanDue(deps, now) ? { kind: 'planning', day: studyDayOf(now) } : ready(deps)
  },
  keys: keysFor,
  draw: drawHome,
  begin: ({ kind }) => ({
    kind: 'work',
    work: async (_deps, hear) => {
      if (kind === 'ready') return
      await setImmediate()
      hear({ kind: 'look' })
    },
  }),
  hear: (_state, { kind }, deps) => {
    if (kind === 'more') allowTenMore(deps)
    return { state: ready(deps) }
  },
})

function ready(deps: Deps): HomeState {
  return { kind: 'ready', today: summarizeToday(deps) }
}

function keysFor(state: HomeState): readonly Binding<HomeEvent | CommonEvent>[] {
  return state.kind === 'planning' ? [LANGUAGE, HELP, ...LEAVING] : keysOfDay(state.today)
}

function keysOfDay({ exercise, newCards }: Today): readonly Binding<HomeEvent | CommonEvent>[] {
  return [
    { keys: ['r', 'enter'], help: { en: 'review', zh: '复习' }, event: go(sessionOver('scheduled')) },
    ...(isAtLimit(newCards) ? [TEN_MORE] : []),
    { keys: ['i'], help: { en: 'interview', zh: '模拟面试' }, event: go(sessionOver('interview')) },
    {
      keys: ['x'],
      help: { en: 'exercise', zh: '练习' },
      // With none open, due or new there are still those to practise ahead.
      event: go(exercise === undefined ? EXERCISES : EXERCISE_OF_TODAY),
    },
    ...(exercise === undefined ? [] : reviewMissing(exercise)),
    { keys: ['a'], help: { en: 'all exercises', zh: '全部练习' }, event: go(EXERCISES) },
    { keys: ['d'], help: { en: 'topics', zh: '主题' }, event: go({ kind: 'topics' }) },
    { keys: ['/'], help: { en: 'find cards', zh: '查找卡片' }, event: go({ kind: 'browse', query: '' }) },
    { keys: ['t'], help: { en: 'progress', zh: '进度' }, event: go({ kind: 'stats' }) },
    { keys: ['p'], help: { en: 'plan', zh: '计划' }, event: go({ kind: 'plan' }) },
    LANGUAGE,
    HELP,
    ...LEAVING,
  ]
}

const LEAVING: readonly Binding<CommonEvent>[] = [{ ...LEAVE, help: { en: 'quit', zh: '退出' } }, STOP]

const EXERCISES: Destination = { kind: 'exercises' }
const EXERCISE_OF_TODAY: Destination = {
  kind: 'exercise',
  options: { id: undefined, language: undefined },
}

function sessionOver(mode: ReviewMode): Destination {
  return { kind: 'review', options: { decks: [], newCards: undefined, limit: undefined, mode } }
}
