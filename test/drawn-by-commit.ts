import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { findSubmissions } from '../src/author/labelled-submission.ts'
import { type ExerciseSample, sampleExercises } from '../src/author/sample-exercises.ts'
import { type LabelledName, sampleLabels } from '../src/author/sample-labels.ts'
import type { ExerciseId } from '../src/core/ids.ts'
import { shippedExercises } from './shipped-exercises.ts'

/** Those that this run judges. */
export function drawnExercises(): ExerciseSample {
  const { judged, measured } = sampleExercises(shippedExercises(), commitHere(), changedHere())
  return { judged: exerciseIds().filter((id) => judged.includes(id) || isAsked(id)), measured }
}

/** Some of each, and all of those that are asked for. */
export function drawnLabels({ judged }: ExerciseSample): readonly LabelledName[] {
  const { asked = [], others = [] } = Object.groupBy(judged, (id) => (isAsked(id) ? 'asked' : 'others'))
  return [...labelsOf(asked), ...sampleLabels(labelsOf(others), commitHere())]
}

/** Of those that are of one kind another commit draws another; `ANNEAL_JUDGED=all` takes all. */
export function drawOneOfEach<T>(
  all: readonly T[],
  kindOf: (one: T) => string,
  nameOf: (one: T) => string,
): readonly T[] {
  if (asksForAll()) return all
  const commit = commitHere()
  const place = (one: T) =>
    createHash('sha256')
      .update(`${commit} ${nameOf(one)}`)
      .digest('hex')
  const kinds = Map.groupBy(all, kindOf)
  return [...kinds.values()].map((ones) =>
    ones.reduce((one, other) => (place(one) < place(other) ? one : other)),
  )
}

/** `ANNEAL_JUDGED=nms,adam`, or `all`. */
function isAsked(id: ExerciseId): boolean {
  return asked().includes(id) || asksForAll()
}

function asksForAll(): boolean {
  return asked().includes('all')
}

function asked(): readonly string[] {
  return process.env['ANNEAL_JUDGED']?.split(',') ?? []
}

/** What the summary of a run says of it. */
export function tellDrawn(): string {
  const sample = drawnExercises()
  const { judged, measured } = sample
  const all = exerciseIds()
  return `At this commit ${judged.length} of ${all.length} exercises are judged (${judged.join(', ')}) by ${drawnLabels(sample).length} of ${labelsOf(all).length} labelled submissions, and the budgets of ${measured.join(', ')} measured; the weaker layers meet each attack on the machine in one language and way; npm run verify, with --mutate too, and ANNEAL_JUDGED=all do the rest.`
}

function labelsOf(exercises: readonly ExerciseId[]): readonly LabelledName[] {
  return exercises.flatMap((exercise) =>
    findSubmissions(join('graders', exercise, 'submissions')).map(({ name }) => ({ exercise, name })),
  )
}

function exerciseIds(): readonly ExerciseId[] {
  return shippedExercises().map(({ id }) => id)
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
