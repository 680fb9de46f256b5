import type { Morning, PlannedItem } from '../../../src/core/plan/policy.ts'
import { createStudy } from '../../../src/core/plan/study.ts'
import { RATINGS } from '../../../src/core/rating.ts'
import { FIRST_RATINGS, RECALLED_RATINGS } from '../../../src/core/workload/draw-rating.ts'
import { EXPECTED_FORGETTING, FORGOTTEN } from '../learner.ts'
import type { Rival } from '../live-until.ts'
import { recallBy } from './recall-of.ts'
import { ascending, idsOf } from './sort-items.ts'

/** What a study of today adds to recall on the date by the planner's own model, a minute. */
export const greedy: Rival = {
  name: 'greedy',
  policyFor: () => (morning) => {
    const gain = gainOn(morning)
    return idsOf(ascending(morning.items, (item) => -gain(item)))
  },
}

function gainOn({ parameters, today, interview }: Morning): (item: PlannedItem) => number {
  const study = createStudy(parameters)
  const recall = recallBy(parameters)
  const gainOfNew = RATINGS.reduce((sum, rating, at) => {
    const strength = study(undefined, 0, rating)
    return sum + (FIRST_RATINGS[at] ?? 0) * recall({ ...strength, lastDay: today, dueDay: today }, interview)
  }, 0)
  return ({ memory, minutes, order }) => {
    // Of new ones that gain alike the first in order.
    if (!memory) return gainOfNew / minutes.first - order * 1e-9
    const elapsed = today - memory.lastDay
    const after = (rating: (typeof RATINGS)[number]) =>
      recall({ ...study(memory, elapsed, rating), lastDay: today, dueDay: today }, interview)
    const known = recall(memory, today)
    const whenRecalled = RATINGS.reduce((sum, rating, at) => {
      const share = RECALLED_RATINGS[at] ?? 0
      return share > 0 ? sum + share * after(rating) : sum
    }, 0)
    const expected = known * whenRecalled + (1 - known) * after('again')
    return (expected - recall(memory, interview)) / (minutes.again * relativeMinutes(known))
  }
}

/** A forgotten card takes longer; in the mean over what is forgotten as often as expected this is 1. */
function relativeMinutes(known: number): number {
  const of = (forgotten: number) => 1 + forgotten * (FORGOTTEN - 1)
  return of(1 - known) / of(EXPECTED_FORGETTING)
}
