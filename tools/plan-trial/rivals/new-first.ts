import type { Morning, PlannedItem } from '../../../src/core/plan/policy.ts'
import type { Rival } from '../live-until.ts'
import { recallBy } from './recall-of.ts'
import { ascending, dueItems, idsOf, newItems } from './sort-items.ts'

/** New ones first, all within the first 60 % of the days; then what is due, best recalled first. */
export const newFirst: Rival = {
  name: 'new first, then best known',
  policyFor: ({ learner }) => {
    const lastNew = Math.floor(0.6 * learner.scenario.days)
    return (morning) => {
      const recall = recallBy(morning.parameters)
      const due = ascending(dueItems(morning), ({ memory }) => -recall(memory, morning.today))
      return idsOf([...newUntil(lastNew, morning), ...due])
    }
  },
}

/** Today's share of the new ones where the last are to be met on the day before `end`. */
export function newUntil(end: number, morning: Morning): readonly PlannedItem[] {
  const fresh = newItems(morning)
  return fresh.slice(0, Math.ceil(fresh.length / Math.max(1, end - morning.today)))
}
