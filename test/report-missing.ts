import { existsSync, readFileSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { tellDrawn } from './drawn-by-commit.ts'
import { SEED } from './seed.ts'

/** Files of the tests that a commit draws some of import what draws them. */
const DRAWING = /^import \{ draw.* from '.*\/drawn-by-commit\.ts'$/m

/** The last lines of a run say what was not run, and why. */
export default function setup({ vitest }: TestProject): () => void {
  return () => {
    const files = vitest.state.getTestModules().map(({ moduleId }) => readFileSync(moduleId, 'utf8'))
    if (files.some((source) => DRAWING.test(source))) console.warn(tellDrawn())
    console.warn(`All draws of properties began with the seed ${SEED}; npm run explore begins with others.`)
    if (!existsSync('.cache/tests.json')) return
    const { missing } = JSON.parse(readFileSync('.cache/tests.json', 'utf8')) as {
      readonly missing: readonly string[]
    }
    for (const line of missing) console.warn(`NOT RUN, for want of ${line}.`)
  }
}
