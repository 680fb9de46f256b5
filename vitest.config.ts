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
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
