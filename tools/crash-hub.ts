import { parseArgs } from 'node:util'
import { runCrashTrial } from '../test/hub/crash/crash-trial.ts'

/**
 * Kills hubs, workers, Postgres and learners with -9 while a course syncs and submits. Exit status 1 where something was lost, or is there twice.
 *
 *     npm run crash:hub -- [--embedded] [--trials 5] [--seed 1]
 */
const { values: flags } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    trials: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const STRIKES = 12
const engine = flags.embedded ? 'embedded' : 'postgres'
const first = Number(flags.seed)
for (let seed = first; seed < first + Number(flags.trials); seed++) {
  const trial = await runCrashTrial({ seed: String(seed), engine, strikes: STRIKES, submits: true })
  const { strikes, requests, submissions, problems } = trial
  console.log(`seed ${seed}: ${strikes.length} strikes at ${requests} requests, ${submissions} submissions`)
  for (const problem of problems) console.log(`  ${problem} (${strikes.join(', ')})`)
  if (problems.length > 0) process.exitCode = 1
}
