import { existsSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** What tools/prepare-tests.ts found on this machine. */
const found = existsSync('.cache/tests.json') ? JSON.parse(readFileSync('.cache/tests.json', 'utf8')) : {}

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    env: found.python ? { ANNEAL_PYTHON: found.python } : {},
    globalSetup: ['test/report-missing.ts'],
    // Judging a submission takes as long as it takes; its own limits end it.
    // On a machine that is starved a measurement may stay open, and a terminal late: it is asked once more, and reported as such.
    retry: process.env['CI'] ? 1 : 0,
    // Vitest would leave one processor free, and most of this is waiting for other processes.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
