import type { Rival } from '../live-until.ts'
import { recallBy } from './recall-of.ts'
import { ascending, idsOf, metItems, newItems } from './sort-items.ts'

/**
 * Practise near an efficiency threshold (Eglington and Pavlik 2020): cards whose recall has fallen to it, those nearest first; where there are
 * none, a new one; and where all are met, the one that will be down to it soonest.
 */
export function createThreshold(threshold: number): Rival {
  return {
    name: 'threshold',
    policyFor: () => (morning) => {
      const recall = recallBy(morning.parameters)
      const met = ascending(metItems(morning), ({ memory }) => -recall(memory, morning.today))
      const isBelow = ({ memory }: (typeof met)[number]) => recall(memory, morning.today) <= threshold
      const above = met.filter((item) => !isBelow(item)).reverse()
      return idsOf([...met.filter(isBelow), ...newItems(morning), ...above])
    },
  }
}
