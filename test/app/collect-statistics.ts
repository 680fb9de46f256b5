import { collectingStatistics, type Statistics } from '../../src/app/collect-statistics.ts'
import type { Deps } from '../../src/app/deps.ts'
import { takeAtOnce } from '../../src/core/take-at-once.ts'

/** Without the steps between which a screen hears keys. */
export function collectStatistics(deps: Deps): Statistics {
  return takeAtOnce(collectingStatistics(deps))
}
