import { existsSync, readFileSync } from 'node:fs'
import { tellDrawn } from './drawn-by-commit.ts'
import { SEED } from './seed.ts'

/** The last lines of a run say what was not run, and why. */
export function teardown(): void {
  console.warn(tellDrawn())
  console.warn(`All draws of properties began with the seed ${SEED}; npm run explore begins with others.`)
  if (!existsSync('.cache/tests.json')) return
  const { missing } = JSON.parse(readFileSync('.cache/tests.json', 'utf8')) as {
    readonly missing: readonly string[]
  }
  for (const line of missing) console.warn(`NOT RUN, for want of ${line}.`)
}
