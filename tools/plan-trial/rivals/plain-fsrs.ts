import type { Rival } from '../live-until.ts'
import { recallBy } from './recall-of.ts'
import { ascending, dueItems, idsOf, newItems } from './sort-items.ts'

/** What one does without a plan: what is due at .90, least recalled first, then new ones, spread evenly to the end. */
export const plainFsrs: Rival = {
  name: 'plain FSRS',
  policyFor: () => (morning) => {
    const recall = recallBy(morning.parameters)
    const fresh = newItems(morning)
    const share = Math.ceil(fresh.length / (morning.interview - morning.today))
    const due = ascending(dueItems(morning), ({ memory }) => recall(memory, morning.today))
    return idsOf([...due, ...fresh.slice(0, share)])
  },
}
