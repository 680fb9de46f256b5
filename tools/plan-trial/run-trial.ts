import { parseArgs } from 'node:util'
import { holdTrial, type Learners, learnersOf, ORACLE, type TrialOutcomes } from './hold-trial.ts'
import { BASELINES } from './rivals/baselines.ts'
import { plainFsrs } from './rivals/plain-fsrs.ts'
import { planner } from './rivals/planner.ts'
import { SCENARIOS, scenarioName } from './scenarios.ts'
import { type Contest, summaryTable, worldTable } from './trial-table.ts'
import { WORLD_NAMES } from './worlds.ts'

/**
 * The planner against what others do, in worlds whose learners are not its model. See docs/plan.md.
 *
 *     npm run bench:plan [-- --small] [-- --training] [-- --seeds N]
 *
 * Policies are tuned with --training; unseen learners are for judging alone.
 */
const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    training: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '4' },
  },
})
const kind: Learners = values.training ? 'training' : 'unseen'
const [scenarios, seeds] = values.small ? [SCENARIOS.slice(0, 8), 1] : [SCENARIOS, Number(values.seeds)]
const contest: Contest = { ours: planner.name, plain: plainFsrs.name, oracle: ORACLE }

const worlds = new Map(
  WORLD_NAMES.map((world) => [
    world,
    holdTrial(learnersOf(kind, world, scenarios, seeds), [planner, ...BASELINES]),
  ]),
)
console.log(`${scenarios.length * seeds} ${kind} learners a world; recall is the mean over all cards.\n`)
console.log(summaryTable(worlds, contest))
console.log(`\nBy scenario, over all worlds\n\n${summaryTable(byScenario(), contest)}`)
for (const [world, outcomes] of worlds) console.log(`\n${world}\n\n${worldTable(outcomes, contest)}`)

function byScenario(): ReadonlyMap<string, TrialOutcomes> {
  const rivals = [...BASELINES.map(({ name }) => name), planner.name, ORACLE]
  return new Map(
    scenarios.map((scenario, at) => [
      scenarioName(scenario),
      new Map(
        rivals.map((rival) => [
          rival,
          [...worlds.values()].flatMap((outcomes) =>
            (outcomes.get(rival) ?? []).slice(at * seeds, (at + 1) * seeds),
          ),
        ]),
      ),
    ]),
  )
}
