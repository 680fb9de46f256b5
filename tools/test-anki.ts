import type { Finding } from './anki/finding.ts'
import { findLargePackages } from './anki/large-packages.ts'
import { findMemories } from './anki/memories.ts'
import { findPackages } from './anki/packages.ts'
import { findBackAndThere, findThereAndBack } from './anki/round-trips.ts'

/**
 * Asks the real Anki: whether it makes the same memories and fits of a log, whether it finds in our archives what the learner has, and whether all
 * of it is the same when it has been in the other program and comes back. The first run makes an environment with it (64 MB). `--large` measures a
 * collection of 50,000 notes too.
 *
 *     npm run test:anki -- [--large]
 */
await tell(findMemories())
await tell(findPackages())
await tell(findThereAndBack())
await tell(findBackAndThere())
if (process.argv.includes('--large')) await tell(findLargePackages())

/** The process ends with 1 where anything does not hold. */
async function tell(findings: AsyncIterable<Finding>): Promise<void> {
  for await (const { what, holds } of findings) {
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
    if (!holds) process.exitCode = 1
  }
}
