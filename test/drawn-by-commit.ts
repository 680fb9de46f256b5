import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { findSubmissions } from '../src/author/labelled-submission.ts'
import { sampleBudgets } from '../src/author/sample-budgets.ts'
import { type LabelledName, sampleLabels } from '../src/author/sample-labels.ts'
import type { ExerciseId } from '../src/core/ids.ts'

/** Those whose budgets this run measures: `npm run verify` measures all. */
export function measuredExercises(): readonly ExerciseId[] {
  return sampleBudgets(exerciseIds(), commitHere())
}

/** Those that this run judges: `npm run verify` judges all. */
export function judgedLabels(): readonly LabelledName[] {
  return sampleLabels(allLabels(), commitHere())
}

export function allLabels(): readonly LabelledName[] {
  return exerciseIds().flatMap((exercise) =>
    findSubmissions(join('graders', exercise, 'submissions')).map(({ name }) => ({ exercise, name })),
  )
}

function exerciseIds(): readonly ExerciseId[] {
  return globSync('exercises/*/exercise.yaml').map((path) => basename(dirname(path)) as ExerciseId)
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
