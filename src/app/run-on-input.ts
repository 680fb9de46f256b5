import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { formatInput } from '../core/format-input.ts'
import { parseInput } from '../core/parse-input.ts'
import type { NamedValue } from '../core/verdict.ts'
import { loadGrader, nameArgs } from '../grader/cases/load-grader.ts'
import { type OneRun, runOnce } from '../grader/run-once.ts'
import type { Deps } from './deps.ts'
import { readSource, type Submission } from './workspace.ts'

export type { OneRun }

/** A submission that was run on an input of the learner's own. */
export interface OwnRun extends OneRun {
  readonly submission: Submission
  readonly args: readonly NamedValue[]
}

/** Where the learner's own input to an exercise lies: beside the file that it is for. */
export function inputPath({ path }: Submission): string {
  return join(dirname(path), 'input.json')
}

/** Writes a small input to begin with where there is none: a case of the exercise's own. */
export async function provideInput(deps: Deps, submission: Submission): Promise<string> {
  const path = inputPath(submission)
  if (existsSync(path)) return path
  const grader = await loadGrader(deps.folders.graders, submission.exercise)
  const { args = [] } = grader.cases[1] ?? grader.cases[0] ?? {}
  writeFileSync(path, formatInput(nameArgs(submission.exercise, args)))
  return path
}

/** Judges and records nothing. @throws Problem when a file cannot be read, the input does not fit or the language cannot be run */
export async function runOnInput(
  deps: Deps,
  submission: Submission,
  input: string,
  signal?: AbortSignal,
): Promise<OwnRun> {
  const args = parseInput(readSource(input), submission.exercise.signature)
  const run = await runOnce({
    exercise: submission.exercise,
    language: submission.language,
    source: readSource(submission.path),
    fileName: basename(submission.path),
    args,
    graderRoot: deps.folders.graders,
    cacheRoot: deps.folders.cache,
    signal,
  })
  return { submission, args, ...run }
}
