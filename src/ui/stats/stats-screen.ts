import { collectStatistics, type Statistics } from '../../app/collect-statistics.ts'
import type { Text } from '../../core/locale.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS } from '../frame/key-table.ts'
import { STATS_PAGES } from './stats-pages.ts'
import { drawStats } from './stats-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly stats: unknown
  }
}

interface StatsState {
  readonly statistics: Statistics
  /** Which of `STATS_PAGES`. */
  readonly page: number
}

type StatsEvent =
  | { readonly kind: 'turn'; readonly by: 1 | -1 }
  | { readonly kind: 'open'; readonly page: number }

export const STATS = defineScreen<unknown, StatsState, StatsEvent>({
  open: (deps) => ({ statistics: collectStatistics(deps), page: 0 }),
  keys: () => [...PAGE_KEYS, ...COMMON_KEYS],
  draw: ({ statistics, page }, around) => drawStats(statistics, page, around),
  hear: ({ statistics, page }, event) => ({ state: { statistics, page: pageAfter(page, event) } }),
})

const NEXT: Text = { en: 'next page', zh: '下一页' }

const PAGE_KEYS: readonly Binding<StatsEvent>[] = [
  { keys: ['tab', 'right'], help: NEXT, event: { kind: 'turn', by: 1 } },
  { keys: ['left'], help: { en: 'page before', zh: '上一页' }, event: { kind: 'turn', by: -1 } },
  ...STATS_PAGES.map(
    ({ title }, page): Binding<StatsEvent> => ({
      keys: [String(page + 1)],
      help: title,
      event: { kind: 'open', page },
      onlyInHelp: true,
    }),
  ),
]

function pageAfter(page: number, event: StatsEvent): number {
  return event.kind === 'open' ? event.page : (page + event.by + STATS_PAGES.length) % STATS_PAGES.length
}
