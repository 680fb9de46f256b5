import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { dateOf, type StudyDay } from '../core/day.ts'
import { type Exercise, LANGUAGES, type Language } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import { languageOf, supportFor } from '../grader/languages/all-languages.ts'
import { type Deps, settingsIn } from './deps.ts'

/** A file that can be graded. */
export interface Submission {
  readonly exercise: Exercise
  readonly language: Language
  readonly path: string
}

/** Larger than any solution, smaller than what would slow the log down. */
const MOST_SOURCE_BYTES = 256 * 1024

export function workspaceOf(deps: Deps): string {
  const { workspace } = settingsIn(deps)
  return resolve(workspace.replace(/^~(?=$|[\\/])/, deps.folders.home))
}

/** Where an exercise's file in a language lies: `WORKSPACE/median-filter/median_filter.py`. */
export function submissionPath(deps: Deps, id: ExerciseId, language: Language): string {
  const { functionName, extension } = supportFor(language)
  return join(workspaceOf(deps), id, functionName(id) + extension)
}

export function writeStarter(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Moves the last round's file to `earlier/`, so that the exercise begins again from an empty one. */
export function setAside(path: string, day: StudyDay): void {
  const folder = join(dirname(path), 'earlier')
  mkdirSync(folder, { recursive: true })
  const taken = globSync(`${dateOf(day)}-*${basename(path)}`, { cwd: folder }).length
  const count = taken === 0 ? '' : `${taken + 1}-`
  renameSync(path, join(folder, `${dateOf(day)}-${count}${basename(path)}`))
}

/** @throws Problem when the file is missing, too large or not text */
export function readSource(path: string): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) {
    throw new Problem(`There is no file ${path}.`, {
      remedy: 'Check the path, or make a starter with `anneal exercise ID`.',
    })
  }
  if (size > MOST_SOURCE_BYTES) {
    throw new Problem(`${path} has ${size} bytes.`, {
      remedy: `Submit a source file of at most ${MOST_SOURCE_BYTES} bytes.`,
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (cause) {
    throw new Problem(`${path} cannot be read as UTF-8 text.`, {
      remedy: 'Submit a source file saved as UTF-8.',
      cause,
    })
  }
}

/** The submission that an id, a file or nothing at all (the file of the workspace that was saved last) names. */
export function findSubmission(
  deps: Deps,
  named: string | undefined,
  language: Language | undefined,
): Submission {
  if (named === undefined) return lastSaved(deps, language)
  if (existsSync(named) && languageOf(named) !== undefined) return submissionIn(deps, named)
  const exercise = deps.content.exercises.get(named as ExerciseId)
  if (exercise) return savedOf(deps, exercise, language)
  throw new Problem(`"${named}" is neither an exercise nor a file of one.`, {
    remedy: 'Give an id of `anneal exercise --list`, or a .ts, .js, .py or .cpp file named after one.',
  })
}

function submissionIn(deps: Deps, path: string): Submission {
  const language = languageOf(path)
  const exercise = [...deps.content.exercises.values()].find(
    ({ id }) =>
      language && basename(path) === supportFor(language).functionName(id) + supportFor(language).extension,
  )
  if (language && exercise) return { exercise, language, path: resolve(path) }
  throw new Problem(`${path} is not named after an exercise.`, {
    remedy: 'Grade it with `anneal grade ID FILE`, or name it as the starter is named.',
  })
}

function savedOf(deps: Deps, exercise: Exercise, language: Language | undefined): Submission {
  const saved = savedLatestFirst(deps, [exercise], language)[0]
  if (saved) return saved
  throw new Problem(`There is no file for ${exercise.id} in ${workspaceOf(deps)}.`, {
    remedy: `Make a starter with \`anneal exercise ${exercise.id}\`.`,
  })
}

function lastSaved(deps: Deps, language: Language | undefined): Submission {
  const saved = savedLatestFirst(deps, [...deps.content.exercises.values()], language)[0]
  if (saved) return saved
  throw new Problem(`There is nothing to submit in ${workspaceOf(deps)}.`, {
    remedy: 'Begin with `anneal exercise`.',
  })
}

function savedLatestFirst(
  deps: Deps,
  exercises: readonly Exercise[],
  only: Language | undefined,
): readonly Submission[] {
  const languages = only === undefined ? LANGUAGES : [only]
  return exercises
    .flatMap((exercise) =>
      languages.map((language) => ({
        exercise,
        language,
        path: submissionPath(deps, exercise.id, language),
      })),
    )
    .map((submission) => ({
      submission,
      savedAt: statSync(submission.path, { throwIfNoEntry: false })?.mtimeMs,
    }))
    .filter(({ savedAt }) => savedAt !== undefined)
    .sort((one, other) => (other.savedAt ?? 0) - (one.savedAt ?? 0))
    .map(({ submission }) => submission)
}
