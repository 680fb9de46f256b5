import { collectStatistics, type Statistics } from '../../app/collect-statistics.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { COMMON_KEYS } from '../frame/key-table.ts'
import { drawStats } from './stats-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly stats: unknown
  }
}

export const STATS = defineScreen<unknown, Statistics, never>({
  open: collectStatistics,
  keys: () => COMMON_KEYS,
  draw: drawStats,
  hear: (statistics) => ({ state: statistics }),
})
