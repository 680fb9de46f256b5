import { COMMON_KEYS } from '../frame/key-table.ts'
import type { ScreenPlan } from '../frame/screen-plan.ts'
import type { StatsState } from './stats-state.ts'
import { drawStats } from './stats-view.ts'

export const STATS: ScreenPlan<StatsState, never> = {
  keys: () => COMMON_KEYS,
  draw: drawStats,
  hear: () => undefined,
}
