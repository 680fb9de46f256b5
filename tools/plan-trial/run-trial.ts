import { parseArgs } from 'node:util'
import { holdTrial, type Learners, learnersOf } from './hold-trial.ts'
import { BASELINES } from './rivals/baselines.ts'
import { planner } from './rivals/planner.ts'
import { SCENARIOS } from './scenarios.ts'
import { trialTable } from './trial-table.ts'
import { WORLD_NAMES } from './worlds.ts'

/**
 * The planner against what others do, in worlds whose learners are not its model. See docs/plan.md.
 *
 *     npm run bench:plan [-- --small] [-- --training] [-- --seeds N]
 *
 * Policies are tuned with --training; the held-out learners are for judging alone.
 */
const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    training: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '4' },
  },
})
const kind: Learners = values.training ? 'training' : 'held-out'
const [scenarios, seeds] = values.small ? [SCENARIOS.slice(0, 8), 1] : [SCENARIOS, Number(values.seeds)]

console.log(`${scenarios.length * seeds} ${kind} learners a world; recall is the mean over all cards.`)
for (const world of WORLD_NAMES) {
  const learners = learnersOf(kind, world, scenarios, seeds)
  console.log(`\n### ${world}\n\n${trialTable(holdTrial(learners, [planner, ...BASELINES]), planner.name)}`)
}
