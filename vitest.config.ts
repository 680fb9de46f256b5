import { existsSync, globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/longest-first.ts'

/** What tools/prepare-tests.ts found on this machine. */
const found = existsSync('.cache/tests.json') ? JSON.parse(readFileSync('.cache/tests.json', 'utf8')) : {}

/** What a file may change that another would see. */
const SHARED =
  /\bvi\.(?:stub|spyOn|mock|setConfig)|process\.chdir|(?:delete |Object\.assign\()process\.env|process\.env\S* \??\|?=[^=]/

/** They have a worker each. All others share theirs, and load what they test once. */
const ALONE = globSync('test/**/*.test.{ts,tsx}').filter((path) => SHARED.test(readFileSync(path, 'utf8')))

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.{ts,tsx}'], exclude: ALONE, isolate: false },
      },
    ],
    setupFiles: ['test/pin-draws.ts'],
    env: {
      ...(found.python ? { ANNEAL_PYTHON: found.python } : {}),
      // Whoever names files or tests wants all of them.
      ...(process.argv.slice(3).some((word) => !word.startsWith('-')) ? { ANNEAL_FILES_NAMED: 'yes' } : {}),
    },
    globalSetup: ['test/fresh-build.ts', 'test/share-compiled-code.ts', 'test/report-missing.ts'],
    // Most of this is waiting for other processes, and the longest files wait most.
    maxWorkers: availableParallelism() + 2,
    // Young objects are most of what tests make: a larger room for them, swept by one thread, takes a tenth less of the processors.
    // And of the arrays that judging sends and reads each 64 MB had all that is held looked through anew.
    execArgv: [
      '--max-semi-space-size=32',
      '--single-threaded-gc',
      '--external-memory-accounted-in-global-limit',
      '--initial-old-space-size=256',
    ],
    sequence: { sequencer: LongestFirst },
    // Against hanging alone: judging takes as long as it takes on a busy machine, and its own limits end it.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
