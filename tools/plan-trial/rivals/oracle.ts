import { RATINGS, type Rating } from '../../../src/core/rating.ts'
import { FIRST_RATINGS, RECALLED_RATINGS } from '../../../src/core/workload/draw-rating.ts'
import type { Rival, Truth } from '../live-until.ts'
import type { TrialDay } from '../mind.ts'
import { newUntil } from './new-first.ts'
import { ascending, idsOf, metItems } from './sort-items.ts'

export interface Foresight {
  /** Judges by what is recalled so many times as late as the date: what is studied early must last, since later minutes may be lacking. */
  readonly haste: number
  /** Over which share of the days new ones are spread; none: whenever they gain most. */
  readonly spread?: number
}

/**
 * Sees how the learner truly remembers and what is left of each card: takes what adds most to true recall a minute. It does not know which answers
 * will come nor which days will be skipped, and it plans one study ahead; so it bounds what planners reach in practice, and proves nothing.
 */
export function createOracle({ haste, spread }: Foresight): Rival {
  return {
    name: 'oracle',
    policyFor: (truth) => {
      const gain = gainIn(truth)
      const { days } = truth.learner.scenario
      return (morning) => {
        const lateness = morning.today + haste * (days - morning.today)
        const candidates =
          spread === undefined
            ? morning.items
            : [...newUntil(Math.ceil(spread * days), morning), ...metItems(morning)]
        return idsOf(ascending(candidates, ({ id }) => -gain(Number(id), morning.today, lateness)))
      }
    },
  }
}

function gainIn({ learner, traceOf }: Truth) {
  const { mind, minutes } = learner
  return (card: number, today: TrialDay, date: TrialDay): number => {
    const trace = traceOf(card)
    const after = (rating: Rating) => mind.recall(card, mind.study(card, trace, today, rating), date)
    if (trace === undefined) return meanOver(FIRST_RATINGS, after) / minutes.first
    const known = mind.recall(card, trace, today)
    const expected = known * meanOver(RECALLED_RATINGS, after) + (1 - known) * after('again')
    const takes = known * minutes.recalled + (1 - known) * minutes.forgotten
    return (expected - mind.recall(card, trace, date)) / takes
  }
}

function meanOver(shares: readonly number[], after: (rating: Rating) => number): number {
  return RATINGS.reduce((sum, rating, at) => {
    const share = shares[at] ?? 0
    return share > 0 ? sum + share * after(rating) : sum
  }, 0)
}
