import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { makePlan } from '../../src/core/plan/make-plan.ts'
import { planningPolicy } from '../../src/core/plan/planning-policy.ts'
import type { Morning } from '../../src/core/plan/policy.ts'
import type { RecallForecast } from '../../src/core/plan/recall-forecast.ts'
import { learnersOf } from './hold-trial.ts'
import type { TrialLearner } from './learner.ts'
import { liveUntil } from './live-until.ts'
import { SCENARIOS } from './scenarios.ts'
import { WORLD_NAMES } from './worlds.ts'

/**
 * Whether the first morning's interval held what came true, in worlds whose learners are not the planner's model.
 *
 *     node tools/plan-trial/check-intervals.ts
 */
const SEEDS = 1
/** Each card that was met before was answered a few times. */
const ANSWERS = 4

console.log('| world | held | expected, mean | came true, mean |\n| --- | --- | --- | --- |')
for (const world of WORLD_NAMES) {
  const ends = learnersOf('unseen', world, SCENARIOS, SEEDS).map(foretellAndLive)
  const held = ends.filter(({ forecast, onDate }) => onDate >= forecast.low && onDate <= forecast.high)
  const means = [mean(ends.map(({ forecast }) => forecast.mean)), mean(ends.map(({ onDate }) => onDate))]
  console.log(
    `| ${world} | ${held.length} of ${ends.length} | ${means.map((one) => one.toFixed(3)).join(' | ')} |`,
  )
}

function foretellAndLive(learner: TrialLearner): {
  readonly forecast: RecallForecast
  readonly onDate: number
} {
  let forecast: RecallForecast | undefined
  const { onDate } = liveUntil(learner, {
    name: 'planner, asked on the first morning',
    policyFor: () => (morning) => {
      forecast ??= foretold(morning)
      return planningPolicy(morning)
    },
  })
  if (forecast === undefined) throw new Error('The learner studied on no day.')
  return { forecast, onDate }
}

function foretold(morning: Morning): RecallForecast | undefined {
  const items = morning.items.map((item) => ({ ...item }))
  const reviews = ANSWERS * items.filter(({ memory }) => memory !== undefined).length
  const exercises = { items: [], parameters: INITIAL_PARAMETERS.exercises }
  return makePlan({ cards: { ...morning, items }, exercises, reviews }).recall
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
