import { collectStatistics, type Statistics } from '../../app/collect-statistics.ts'
import type { Deps } from '../../app/deps.ts'

export interface StatsState {
  readonly statistics: Statistics
}

export function openStats(deps: Deps): StatsState {
  return { statistics: collectStatistics(deps) }
}
