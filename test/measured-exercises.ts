import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { sampleBudgets } from '../src/author/sample-budgets.ts'
import type { ExerciseId } from '../src/core/ids.ts'

/** Those whose budgets this run measures: `npm run verify` measures all. */
export function measuredExercises(): readonly ExerciseId[] {
  const ids = globSync('exercises/*/exercise.yaml').map((path) => basename(dirname(path)) as ExerciseId)
  return sampleBudgets(ids, commitHere())
}

/** Where there is no git, each day draws others. */
function commitHere(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return new Date().toISOString().slice(0, 10)
  }
}
