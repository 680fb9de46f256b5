import type { Finding } from './anki/finding.ts'
import { findLargePackages } from './anki/large-packages.ts'
import { findMemories } from './anki/memories.ts'
import { findPackages } from './anki/packages.ts'

/**
 * Asks the real Anki: whether it makes the same memories and fits of a log, and whether it finds in our archives what the learner has. The first
 * run makes an environment with it (64 MB). `--large` measures a collection of 50,000 notes too.
 *
 *     npm run test:anki -- [--large]
 */
await tell(findMemories())
await tell(findPackages())
if (process.argv.includes('--large')) await tell(findLargePackages())

/** The process ends with 1 where anything does not hold. */
async function tell(findings: AsyncIterable<Finding>): Promise<void> {
  for await (const { what, holds } of findings) {
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
    if (!holds) process.exitCode = 1
  }
}
