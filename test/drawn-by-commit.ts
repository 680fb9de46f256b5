import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { findSubmissions } from '../src/author/labelled-submission.ts'
import { type ExerciseSample, sampleExercises } from '../src/author/sample-exercises.ts'
import { type LabelledName, sampleLabels } from '../src/author/sample-labels.ts'
import type { ExerciseId } from '../src/core/ids.ts'

/** Those that this run judges. */
export function drawnExercises(): ExerciseSample {
  const ids = exerciseIds()
  const { judged, measured } = sampleExercises(ids, commitHere(), changedHere())
  return { judged: ids.filter((id) => judged.includes(id) || isAsked(id)), measured }
}

/** Some of each, and all of those that are asked for. */
export function drawnLabels({ judged }: ExerciseSample): readonly LabelledName[] {
  const { asked = [], others = [] } = Object.groupBy(judged, (id) => (isAsked(id) ? 'asked' : 'others'))
  return [...labelsOf(asked), ...sampleLabels(labelsOf(others), commitHere())]
}

/** `ANNEAL_JUDGED=nms,adam`, or `all`. */
function isAsked(id: ExerciseId): boolean {
  const asked = process.env['ANNEAL_JUDGED']?.split(',') ?? []
  return asked.includes(id) || asked.includes('all')
}

/** What the summary of a run says of it. */
export function tellDrawn(): string {
  const sample = drawnExercises()
  const { judged, measured } = sample
  const all = exerciseIds()
  return `At this commit ${judged.length} of ${all.length} exercises are judged (${judged.join(', ')}) by ${drawnLabels(sample).length} of ${labelsOf(all).length} labelled submissions, and the budgets of ${measured.join(', ')} measured; npm run verify, with --mutate too, and ANNEAL_JUDGED=all do the rest.`
}

function labelsOf(exercises: readonly ExerciseId[]): readonly LabelledName[] {
  return exercises.flatMap((exercise) =>
    findSubmissions(join('graders', exercise, 'submissions')).map(({ name }) => ({ exercise, name })),
  )
}

function exerciseIds(): readonly ExerciseId[] {
  return globSync('exercises/*/exercise.yaml')
    .sort()
    .map((path) => basename(dirname(path)) as ExerciseId)
}

/** Where there is no git, each day draws others. */
export function commitHere(): string {
  return askGit('rev-parse', 'HEAD') ?? new Date().toISOString().slice(0, 10)
}

/** By the last commit, or since. */
function changedHere(): readonly ExerciseId[] {
  const folders = ['--', 'exercises', 'graders']
  const changed = askGit('diff', '--name-only', 'HEAD~1', ...folders) ?? ''
  const untracked = askGit('ls-files', '--others', '--exclude-standard', ...folders) ?? ''
  return `${changed}${untracked}`.split('\n').flatMap((path) => (path.split('/')[1] as ExerciseId) ?? [])
}

/** Undefined where there is no git, or nothing such in it. */
function askGit(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
