import { checkLargePackages } from './anki/large-packages.ts'
import { checkMemories } from './anki/memories.ts'
import { checkPackages } from './anki/packages.ts'

/**
 * Asks the real Anki: whether it makes the same memories and fits of a log, and whether it finds in our archives what the learner has. The first
 * run makes an environment with it (64 MB). `--large` measures a collection of 50,000 notes too.
 *
 *     npm run test:anki -- [--large]
 */
await checkMemories()
await checkPackages()
if (process.argv.includes('--large')) await checkLargePackages()
