import { beliefsOf } from './beliefs.ts'
import { liveThrough } from './live-through.ts'
import type { Morning, Policy } from './policy.ts'
import { policyOf, type Rule } from './rule.ts'
import { sampleOf } from './sample-of.ts'

/** The planner: each morning the rule that does best in lives imagined from there. */
export const planningPolicy: Policy = (morning) => policyOf(chooseRule(sampleOf(morning)))(morning)

/**
 * The rule with the highest expected recall on the date, over all that is believed of the learner. One number of it is bettered after the
 * other; for a difference that luck may have made none is changed, and nothing is dropped.
 */
export function chooseRule(morning: Morning, follow: (rule: Rule) => Policy = policyOf): Rule {
  const recallOf = rememberAll((rule) => expectedRecall(follow(rule), morning))
  let best = firstRule(morning)
  for (let round = 0; round < ROUNDS; round++) {
    const before = best
    for (const variants of [newUntils, lastNews, thresholds, lastPasses]) {
      const others = variants(morning).map((change) => ({ ...best, ...change }))
      best = others.reduce((one, other) => (recallOf(other) > recallOf(one) + LUCK ? other : one), best)
    }
    if (best === before) return best
  }
  return best
}

const ROUNDS = 3
const SEED = 'plan'
const LUCK = 0.002

function rememberAll(recallOf: (rule: Rule) => number): (rule: Rule) => number {
  const known = new Map<string, number>()
  return (rule) => {
    const key = JSON.stringify(rule)
    const recall = known.get(key) ?? recallOf(rule)
    known.set(key, recall)
    return recall
  }
}

/** Of all weights together. */
function expectedRecall(policy: Policy, morning: Morning): number {
  const beliefs = beliefsOf(morning.parameters)
  let [sum, weights] = [0, 0]
  for (const belief of beliefs) {
    const { onDate } = liveThrough(policy, morning, belief, SEED)
    for (const [at, { weight }] of morning.items.entries()) {
      sum += weight * (onDate[at] ?? 0)
      weights += weight
    }
  }
  return weights === 0 ? 0 : sum / weights
}

function firstRule(morning: Morning): Rule {
  const { today, interview } = morning
  return {
    newUntil: nearestDays(0.4 * (interview - today)),
    lastNew: ALL,
    threshold: 0.85,
    lastPass: 7,
  }
}

/** A sample need not hold the last one. */
const ALL = Number.MAX_SAFE_INTEGER

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
  const shares = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.15, 0]
  return shares.map((share) => ({ lastNew: orders[Math.ceil(share * orders.length) - 1] ?? -1 }))
}

function thresholds(): readonly Partial<Rule>[] {
  return [0.7, 0.8, 0.9].map((threshold) => ({ threshold }))
}

function lastPasses({ today, interview }: Morning): readonly Partial<Rule>[] {
  return [0, 1, 3, 14, interview - today].map((lastPass) => ({ lastPass }))
}
