import { existsSync, readFileSync } from 'node:fs'
import { allLabels, judgedLabels, measuredExercises } from './drawn-by-commit.ts'

/** The last lines of a run say what was not run, and why. */
export function teardown(): void {
  console.warn(
    `At this commit ${judgedLabels().length} of ${allLabels().length} labelled submissions are judged, and the budgets of ${measuredExercises().join(', ')} measured; npm run verify does all.`,
  )
  if (!existsSync('.cache/tests.json')) return
  const { missing } = JSON.parse(readFileSync('.cache/tests.json', 'utf8')) as {
    readonly missing: readonly string[]
  }
  for (const line of missing) console.warn(`NOT RUN, for want of ${line}.`)
}
