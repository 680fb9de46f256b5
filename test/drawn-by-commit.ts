import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { findSubmissions } from '../src/author/labelled-submission.ts'
import type { ExerciseId } from '../src/core/ids.ts'
import { type ExerciseSample, sampleExercises, sampleThird } from './sample-exercises.ts'
import { shippedExercises } from './shipped-exercises.ts'

let sample: ExerciseSample | undefined

/** Those that this run looks at: also all that are asked for, and then no others are judged. */
export function drawnExercises(): ExerciseSample {
  sample ??= sampleExercises(shippedExercises(), commitHere(), changedHere())
  const { judged, drawn, measured } = sample
  const those = exerciseIds().filter(isAsked)
  return {
    judged: those.length > 0 ? those : judged,
    drawn: exerciseIds().filter((id) => drawn.includes(id) || isAsked(id)),
    measured,
  }
}

/** Of those that are of one kind another commit draws another; `ANNEAL_JUDGED=all` takes all. */
export function drawOneOfEach<T>(
  all: readonly T[],
  kindOf: (one: T) => string,
  nameOf: (one: T) => string,
): readonly T[] {
  if (asksForAll()) return all
  const place = (one: T) => placeOf(nameOf(one))
  const kinds = Map.groupBy(all, kindOf)
  return [...kinds.values()].map((ones) =>
    ones.reduce((one, other) => (place(one) < place(other) ? one : other)),
  )
}

/**
 * A third of the rows of a long table, at another commit others: all of them where this one, or what is not committed yet, changed what
 * they are about, and with `ANNEAL_JUDGED=all`.
 * @param about folders or files of src/ and test/
 */
export function drawRows<T>(rows: readonly T[], ...about: readonly string[]): readonly T[] {
  if (asksForAll() || about.some(isChanged)) return rows
  return sampleThird(rows, commitHere(), `${about}`)
}

function isChanged(about: string): boolean {
  return changedPaths().some((path) => path.startsWith(`src/${about}`) || path.startsWith(`test/${about}`))
}

/** Where this commit puts it among others. */
function placeOf(name: string): string {
  return createHash('sha256').update(`${commitHere()} ${name}`).digest('hex')
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
  const { judged, drawn, measured } = drawnExercises()
  const all = exerciseIds()
  return `At this commit the ${countLabels(judged)} labelled submissions of ${judged.length} exercises are judged (of ${countLabels(all)} of ${all.length}), the budgets of ${measured.join(', ')} measured in one language, starters, solutions and mutants of ${drawn.join(', ')} tried, the strongest layer meets each attack on the machine in one way and a third of the others, the weaker ones meet those on the machine in one language, mistakes of a command line are made in one language, and of long tables about what the commit did not change a third is tried; npm run verify, with --mutate too, and ANNEAL_JUDGED=all do the rest.`
}

function countLabels(ids: readonly ExerciseId[]): number {
  return ids.flatMap((id) => findSubmissions(join('graders', id, 'submissions'))).length
}

function exerciseIds(): readonly ExerciseId[] {
  return shippedExercises().map(({ id }) => id)
}

let commit: string | undefined

/** Where there is no git, each day draws others. */
export function commitHere(): string {
  commit ??= askGit('rev-parse', 'HEAD') ?? new Date().toISOString().slice(0, 10)
  return commit
}

function changedHere(): readonly ExerciseId[] {
  return changedPaths().flatMap((path) => {
    const [folder, id] = path.split('/')
    return folder === 'exercises' || folder === 'graders' ? ((id as ExerciseId) ?? []) : []
  })
}

let paths: readonly string[] | undefined

/** By the last commit, or since. */
function changedPaths(): readonly string[] {
  const changed = () => askGit('diff', '--name-only', 'HEAD~1') ?? ''
  const untracked = () => askGit('ls-files', '--others', '--exclude-standard') ?? ''
  paths ??= `${changed()}${untracked()}`.split('\n')
  return paths
}

/** Undefined where there is no git, or nothing such in it. */
function askGit(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}
