import { type Belief, beliefsOf } from './beliefs.ts'
import { liveThrough } from './live-through.ts'
import type { Morning, Policy } from './policy.ts'
import { policyOf, type Rule } from './rule.ts'
import { sampleOf } from './sample-of.ts'

/** The planner: each morning the rule that does best in lives imagined from there. */
export const planningPolicy: Policy = (morning) => policyOf(chooseRule(morning))(morning)

/**
 * The rule with the highest expected recall on the date, over all that is believed of the learner. One number of it is bettered after the
 * other, on a sample of the items.
 */
export function chooseRule(morning: Morning): Rule {
  const scoreOf = createScore(sampleOf(morning))
  let best = firstRule(morning)
  for (let round = 0; round < ROUNDS; round++) {
    const before = best
    for (const variants of [newUntils, lastNews, thresholds, lastPasses]) {
      const others = variants(morning).map((change) => ({ ...best, ...change }))
      best = others.reduce((one, other) => (scoreOf(other) > scoreOf(one) ? other : one), best)
    }
    if (best === before) return best
  }
  return best
}

const ROUNDS = 3
const SEED = 'plan'

function createScore(morning: Morning): (rule: Rule) => number {
  const beliefs = beliefsOf(morning.parameters)
  const known = new Map<string, number>()
  return (rule) => {
    const key = JSON.stringify(rule)
    const score = known.get(key) ?? expectedRecall(rule, morning, beliefs)
    known.set(key, score)
    return score
  }
}

function expectedRecall(rule: Rule, morning: Morning, beliefs: readonly Belief[]): number {
  const policy = policyOf(rule)
  let sum = 0
  for (const belief of beliefs) {
    const { onDate } = liveThrough(policy, morning, belief, SEED)
    sum += onDate.reduce((total, recall, at) => total + recall * (morning.items[at]?.weight ?? 0), 0)
  }
  return sum
}

function firstRule(morning: Morning): Rule {
  const { today, interview } = morning
  return {
    newUntil: nearestDays(0.4 * (interview - today)),
    lastNew: lastOrder(morning),
    threshold: 0.85,
    lastPass: 7,
  }
}

/** By days before the date and not by shares of those that are left, so that a rule means the same on the next morning. */
const DAYS_BEFORE = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270]

function newUntils({ today, interview }: Morning): readonly Partial<Rule>[] {
  const days = [0.1, 0.25, 0.4, 0.6].map((share) => nearestDays(share * (interview - today)))
  return [...new Set(days)].map((newUntil) => ({ newUntil }))
}

function nearestDays(days: number): number {
  return DAYS_BEFORE.reduce((one, other) => (Math.abs(other - days) < Math.abs(one - days) ? other : one))
}

function lastNews({ items }: Morning): readonly Partial<Rule>[] {
  const orders = items.filter(({ memory }) => memory === undefined).map(({ order }) => order)
  orders.sort((one, other) => one - other)
  const shares = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9]
  return shares.map((share) => ({ lastNew: orders[Math.ceil(share * orders.length) - 1] ?? -1 }))
}

function lastOrder({ items }: Morning): number {
  return items.reduce((last, { order }) => Math.max(last, order), -1)
}

function thresholds(): readonly Partial<Rule>[] {
  return [0.7, 0.8, 0.9].map((threshold) => ({ threshold }))
}

function lastPasses({ today, interview }: Morning): readonly Partial<Rule>[] {
  return [0, 1, 3, 14, interview - today].map((lastPass) => ({ lastPass }))
}
