import { RATINGS, type Rating } from '../../../src/core/rating.ts'
import { FIRST_RATINGS, RECALLED_RATINGS } from '../../../src/core/workload/draw-rating.ts'
import type { KnownTruth, Rival } from '../live-until.ts'
import type { TrialDay } from '../mind.ts'
import { ascending, idsOf } from './sort-items.ts'

export interface Foresight {
  /** Judges by what is recalled so many times as late as the date: what is studied early must last. */
  readonly haste: number
  /** How much of what the same study would add two days later counts against it. */
  readonly patience: number
}

const LATER = 2

/**
 * Sees how the learner truly remembers and what is left of each card: takes what adds most to true recall a minute. It knows neither which answers
 * will come nor which days will be skipped, and looks one study ahead; so it is a bound in practice, and proves nothing.
 */
export function createOracle({ haste, patience }: Foresight): Rival {
  return {
    name: 'oracle',
    policyFor: (truth) => {
      const gain = gainIn(truth)
      const { days } = truth.learner.scenario
      const on = (card: number, day: TrialDay) => gain(card, day, day + haste * (days - day))
      return ({ today, items }) => {
        const hasLater = patience > 0 && today + LATER < days
        const urgency = (card: number) =>
          on(card, today) - (hasLater ? patience * on(card, today + LATER) : 0)
        return idsOf(ascending(items, ({ id }) => -urgency(Number(id))))
      }
    },
  }
}

function gainIn({ learner, traceOf }: KnownTruth) {
  const { mind, minutes } = learner
  return (card: number, day: TrialDay, date: TrialDay): number => {
    const trace = traceOf(card)
    const after = (rating: Rating) => mind.recall(card, mind.study(card, trace, day, rating), date)
    if (trace === undefined) return meanOver(FIRST_RATINGS, after) / minutes.first
    const known = mind.recall(card, trace, day)
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
