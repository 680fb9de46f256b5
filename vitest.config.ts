import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/longest-first.ts'

/** What tools/prepare-tests.ts found on this machine. */
const found = existsSync('.cache/tests.json') ? JSON.parse(readFileSync('.cache/tests.json', 'utf8')) : {}

/** Of these no file changes what another could see: they share workers, and load what they test once. */
const PURE = ['app', 'content/facts', 'core', 'kit', 'store', 'ui'].map(
  (folder) => `test/${folder}/**/*.test.{ts,tsx}`,
)

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'judging', include: ['test/**/*.test.{ts,tsx}'], exclude: PURE } },
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
    ],
    setupFiles: ['test/pin-draws.ts'],
    env: found.python ? { ANNEAL_PYTHON: found.python } : {},
    globalSetup: ['test/report-missing.ts'],
    // Most of this is waiting for other processes, and the longest files wait most.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Against hanging alone: judging takes as long as it takes on a busy machine, and its own limits end it.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
