import type { Rival } from '../live-until.ts'
import { newUntil } from './new-first.ts'
import { recallBy } from './recall-of.ts'
import { ascending, dueItems, idsOf, metItems } from './sort-items.ts'

/** As RemNote plans for an exam: new ones early, what is due, and in the last days each card once more. */
export const lastPass: Rival = {
  name: 'last pass',
  policyFor: ({ learner }) => {
    const { days, cards } = learner.scenario
    const passDays = Math.ceil((cards * learner.minutes.recalled) / learner.minutesADay)
    const pass = Math.max(Math.ceil(days / 2), days - passDays)
    return (morning) => {
      const recall = recallBy(morning.parameters)
      const byRecall = ({ memory }: ReturnType<typeof metItems>[number]) => recall(memory, morning.today)
      if (morning.today < pass) {
        return idsOf([...newUntil(pass, morning), ...ascending(dueItems(morning), byRecall)])
      }
      const unseen = metItems(morning).filter(({ memory }) => memory.lastDay < pass)
      return idsOf([...ascending(unseen, byRecall), ...newUntil(days, morning)])
    }
  },
}
