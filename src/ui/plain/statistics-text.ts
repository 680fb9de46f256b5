import type { Statistics } from '../../app/collect-statistics.ts'
import type { Deps } from '../../app/deps.ts'
import { statisticsLines } from '../stats/stats-view.ts'
import { plainAround, plainText } from './plain-text.ts'

export function statisticsText(deps: Deps, statistics: Statistics): string {
  return plainText(statisticsLines(statistics, plainAround(deps)))
}
