/**
 * Kills hubs, workers, Postgres and learners with -9 while a course syncs and submits: `npm run crash:hub`, or with how many trials and the
 * first seed. Exit status 1 where something was lost, or is there twice.
 */
import { runCrashTrial } from '../test/hub/crash/crash-trial.ts'

const STRIKES = 12
const [trials = 5, first = 1] = process.argv.slice(2).map(Number)
for (let seed = first; seed < first + trials; seed++) {
  const trial = await runCrashTrial({ seed: String(seed), strikes: STRIKES, submits: true })
  const { strikes, requests, submissions, problems } = trial
  console.log(`seed ${seed}: ${strikes.length} strikes at ${requests} requests, ${submissions} submissions`)
  for (const problem of problems) console.log(`  ${problem} (${strikes.join(', ')})`)
  if (problems.length > 0) process.exitCode = 1
}
