import { parseArgs } from 'node:util'
import { unequalJudgements, unequalLogs } from './hub/check-hub.ts'
import { openHubOfLearners } from './hub/hub-of-learners.ts'
import { measureFolds } from './hub/measure-folds.ts'
import { measureSubmissions } from './hub/measure-submissions.ts'
import { measureSyncs } from './hub/measure-syncs.ts'
import { tellSizes } from './hub/tell-sizes.ts'
import { chooseTestPython } from './python.ts'

/**
 * A hub under load, over HTTP on this machine: learners who all sync at once, the first time and then daily; then submissions through workers that are
 * killed all the while, as the hub and Postgres are, while the learners sync on. In the end each learner's events must be at the hub, each submission
 * have one judgement, and that be the one of its label: else exit status 1. Linux, with a Postgres.
 *
 *     npm run bench:hub -- [--small] [--learners 1000] [--submissions 10000] [--workers 4] [--seconds 10]
 */
const { values: flags } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    learners: { type: 'string' },
    submissions: { type: 'string' },
    workers: { type: 'string', default: '4' },
    seconds: { type: 'string' },
  },
})
const learners = Number(flags.learners ?? (flags.small ? 10 : 1_000))
const submissions = Number(flags.submissions ?? (flags.small ? 100 : 10_000))
const setting = {
  submissions,
  workers: Number(flags.workers),
  everyMs: 1_000 * Number(flags.seconds ?? (flags.small ? 5 : 10)),
}
const DAYS = 10

chooseTestPython()
/** One day more to be alone on, and one for the trouble. */
const place = await openHubOfLearners(learners, DAYS + 2)
try {
  console.log(`${learners} learners, ${submissions} submissions, ${flags.workers} workers\n`)
  await measureSyncs(place, DAYS)
  await tellSizes(place.db)
  await measureFolds(place)
  const { sent, unmet } = await measureSubmissions(place, setting)
  const faults = [
    ...(await unequalLogs(place.db, place.learners)),
    ...(await unequalJudgements(place.db, sent)),
    ...unmet,
  ]
  for (const fault of faults) console.log(`  ${fault}`)
  console.log(`\n${faults.length === 0 ? 'Nothing lost, nothing twice.' : `${faults.length} faults.`}`)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await place.end()
}
