import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { beforeEach } from 'vitest'
import type { Exercise } from '../src/core/exercise.ts'
import type { ExerciseId } from '../src/core/ids.ts'
import { type ExerciseSample, isInThird, sampleExercises } from './sample-exercises.ts'
import { shippedExercises } from './shipped-exercises.ts'

let sample: ExerciseSample | undefined

/** Those whose labelled submissions this run judges: all, or those that are asked for. */
export function judgedExercises(): readonly Exercise[] {
  const those = shippedExercises().filter(({ id }) => isAsked(id))
  return those.length > 0 ? those : shippedExercises()
}

/** Those that this run looks at more closely: also all that are asked for. */
export function drawnExercises(): ExerciseSample {
  sample ??= sampleExercises(shippedExercises(), commitHere(), changedHere())
  const { drawn, measured } = sample
  return { drawn: exerciseIds().filter((id) => drawn.includes(id) || isAsked(id)), measured }
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
 * At the head of a file of tests that take long: a third of them is run, of another commit another. All are where this commit, or what is not
 * committed yet, changed what they are about, where files are named to vitest, and with `ANNEAL_JUDGED=all`.
 * @param about folders of src/ and test/
 */
export function drawTests(...about: readonly string[]): void {
  beforeEach(({ task, skip }) => skip(!isDrawn(task.fullTestName, ...about), 'drawn by other commits'))
}

/** As `drawTests` does, by its name. */
export function isDrawn(name: string, ...about: readonly string[]): boolean {
  const takesAll = asksForAll() || process.env['ANNEAL_FILES_NAMED'] === 'yes' || about.some(isChanged)
  return takesAll || isInThird(name, commitHere())
}

/** What starts, builds and tests all of it. */
const EVERYWHERE = ['package-lock.json', 'bin/', 'tools/build', 'vitest.config.ts']

function isChanged(about: string): boolean {
  const folders = [`src/${about}`, `test/${about}`, ...EVERYWHERE]
  return changedPaths().some((path) => folders.some((folder) => path.startsWith(folder)))
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
  const { drawn, measured } = drawnExercises()
  if (asksForAll())
    return `All was run that commits draw from, but of budgets those of ${measured.join(', ')} alone, in one language; npm run verify measures all.`
  return `At this commit a part is run of what takes longest:
  the budgets of ${measured.join(', ')} in one language (the labelled submissions of all exercises are judged for their values);
  starters, solutions and mutants of ${drawn.join(', ')};
  attacks on the machine in one way behind the strongest layer, and in one language behind the weaker ones; a third of the other attacks;
  mistakes of a command line in one language;
  a third of the tests of judging, of hubs, of the authors' tools, of synchronising, of what commands print, and of Anki, unless the commit changed what they are about.
npm run verify, with --mutate too, and ANNEAL_JUDGED=all npx vitest run do the rest.`
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
