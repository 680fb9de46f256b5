import { collectingStatistics, type Statistics } from '../../app/collect-statistics.ts'
import type { Deps } from '../../app/deps.ts'
import { takeBesideKeys } from '../../app/take-beside-keys.ts'
import { tellMistakes } from '../../app/tell-mistakes.ts'
import type { Text } from '../../core/locale.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS } from '../frame/key-table.ts'
import { STATS_PAGES } from './stats-pages.ts'
import { drawReading, drawStats } from './stats-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly stats: unknown
  }
}

type StatsState = Reading | Shown

/** Until the log was gone through, which takes long the first time. */
interface Reading {
  readonly kind: 'reading'
  readonly work: Generator<number, Statistics>
  readonly reviews: number
  readonly left: AbortController
}

interface Shown {
  readonly kind: 'shown'
  readonly statistics: Statistics
  /** Which of `STATS_PAGES`. */
  readonly page: number
}

type TurnEvent =
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  | { readonly kind: 'open'; readonly page: number }

type StatsEvent =
  | TurnEvent
  | { readonly kind: 'read'; readonly reviews: number }
  | { readonly kind: 'collected' | 'told'; readonly statistics: Statistics }

export const STATS = defineScreen<unknown, StatsState, StatsEvent>({
  open,
  keys: (state) => (state.kind === 'shown' ? [...PAGE_KEYS, ...COMMON_KEYS] : COMMON_KEYS),
  draw: (state, around) =>
    state.kind === 'shown'
      ? drawStats(state.statistics, state.page, around)
      : drawReading(state.reviews, around),
  hear: (state, event) => ({ state: stateAfter(state, event) }),
  begin: (state) => ({ kind: 'work', work: (deps, hear) => readOn(deps, state, hear) }),
  leave: (state) => {
    if (state.kind === 'reading') state.left.abort()
  },
})

/** As a rule one step is all. */
function open(deps: Deps): StatsState {
  const work = collectingStatistics(deps)
  const { done, value } = work.next()
  if (done) return { kind: 'shown', statistics: value, page: 0 }
  return { kind: 'reading', work, reviews: value, left: new AbortController() }
}

/** To draw costs too much for each step. */
const TOLD = 20_000

async function readOn(deps: Deps, state: StatsState, hear: (event: StatsEvent) => void): Promise<void> {
  const statistics = state.kind === 'shown' ? state.statistics : await readAll(state, hear)
  // The page of the exercises is not the first.
  if (statistics) hear({ kind: 'told', statistics: await tellMistakes(deps, statistics) })
}

async function readAll(state: Reading, hear: (event: StatsEvent) => void): Promise<Statistics | undefined> {
  const statistics = await takeBesideKeys(state.work, state.left.signal, (reviews) => {
    if (reviews % TOLD === 0) hear({ kind: 'read', reviews })
  })
  if (statistics) hear({ kind: 'collected', statistics })
  return statistics
}

function stateAfter(state: StatsState, event: StatsEvent): StatsState {
  switch (event.kind) {
    case 'read':
      return state.kind === 'reading' ? { ...state, reviews: event.reviews } : state
    case 'collected':
      return { kind: 'shown', statistics: event.statistics, page: 0 }
    case 'told':
      return state.kind === 'shown' ? { ...state, statistics: event.statistics } : state
    case 'turn':
    case 'open':
      return state.kind === 'shown' ? { ...state, page: pageAfter(state.page, event) } : state
  }
}

const NEXT: Text = { en: 'next page', zh: '下一页' }

const PAGE_KEYS: readonly Binding<TurnEvent>[] = [
  { keys: ['tab', 'right'], help: NEXT, event: { kind: 'turn', by: 1 } },
  { keys: ['left'], help: { en: 'page before', zh: '上一页' }, event: { kind: 'turn', by: -1 } },
  ...STATS_PAGES.map(
    ({ title }, page): Binding<TurnEvent> => ({
      keys: [String(page + 1)],
      help: title,
      event: { kind: 'open', page },
      onlyInHelp: true,
    }),
  ),
]

function pageAfter(page: number, event: TurnEvent): number {
  return event.kind === 'open' ? event.page : (page + event.by + STATS_PAGES.length) % STATS_PAGES.length
}
