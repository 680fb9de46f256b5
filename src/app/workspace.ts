import { existsSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { dateOf, type StudyDay } from '../core/day.ts'
import { type Exercise, LANGUAGES, type Language, MOST_SOURCE_BYTES } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { codeOf } from '../core/system-error.ts'
import { type RegularFile, readRegularFile } from '../disk/read-regular-file.ts'
import { rewriteOrMake } from '../disk/rewrite-or-make.ts'
import { statOf } from '../disk/stat-of.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import { absoluteIn, type Deps, settingsIn } from './deps.ts'
import { makeWorkspaceFolder, writeBelow } from './write-workspace.ts'

/** A file that can be graded. */
export interface Submission {
  readonly exercise: Exercise
  readonly language: Language
  readonly path: string
}

export function workspaceOf(deps: Deps): string {
  return absoluteIn(deps, settingsIn(deps).workspace)
}

/** Where an exercise's file in a language lies: `WORKSPACE/median-filter/median_filter.py`. */
export function submissionPath(deps: Deps, id: ExerciseId, language: Language): string {
  const { functionName, extension } = supportFor(language)
  return join(workspaceOf(deps), id, functionName(id) + extension)
}

/** All of it or nothing: half a starter would be taken for the learner's file. */
export function writeInWorkspace(path: string, text: string): void {
  makeWorkspaceFolder(dirname(path))
  writeBelow(dirname(path), () => rewriteOrMake(path, text))
}

/**
 * Moves the last round's file to `earlier/`, so that the exercise begins again from an empty one. Returns
 * where it is now.
 */
export function setAside(path: string, day: StudyDay): string {
  const folder = join(dirname(path), 'earlier')
  makeWorkspaceFolder(folder)
  const pathWith = (count: string) => join(folder, `${dateOf(day)}-${count}${basename(path)}`)
  let kept = pathWith('')
  for (let count = 2; existsSync(kept); count++) kept = pathWith(`${count}-`)
  renameSync(path, kept)
  return kept
}

/** Undefined where there is none that can be read. */
export function sourceIfAny(path: string): string | undefined {
  try {
    return readSource(path)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** @throws Problem when the file is missing, too large, not text or not to be read */
export function readSource(path: string): string {
  const read = statOf(path) && lookInto(path)
  switch (read?.kind) {
    case undefined:
      throw new Problem(
        { en: `There is no file ${path}.`, zh: `文件 ${path} 不存在。` },
        {
          remedy: {
            en: 'Check the path, or make a starter with `anneal exercise ID`.',
            zh: '请检查路径，或用 `anneal exercise ID` 生成模板。',
          },
        },
      )
    case 'irregular':
      throw new Problem(
        { en: `${path} is no ordinary file.`, zh: `${path} 不是普通文件。` },
        { remedy: SAVE_AS_TEXT },
      )
    case 'too large':
      throw new Problem(
        { en: `${path} has ${read.size} bytes.`, zh: `${path} 有 ${read.size} 字节。` },
        {
          remedy: {
            en: `Submit a source file of at most ${MOST_SOURCE_BYTES} bytes.`,
            zh: `请提交不超过 ${MOST_SOURCE_BYTES} 字节的源文件。`,
          },
        },
      )
    case 'file':
      return decode(path, read.bytes)
  }
}

function lookInto(path: string): RegularFile {
  try {
    return readRegularFile(path, MOST_SOURCE_BYTES)
  } catch (cause) {
    const code = codeOf(cause) ?? ''
    throw new Problem(
      { en: `${path} cannot be read (${code}).`, zh: `无法读取 ${path}（${code}）。` },
      {
        remedy: { en: 'Check what it is and its permissions.', zh: '请检查它是什么、权限如何。' },
        cause,
      },
    )
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Problem(
      { en: `${path} cannot be read as UTF-8 text.`, zh: `${path} 无法按 UTF-8 文本读取。` },
      { remedy: SAVE_AS_TEXT, cause },
    )
  }
}

const SAVE_AS_TEXT: Text = { en: 'Submit a source file saved as UTF-8.', zh: '请提交以 UTF-8 保存的源文件。' }

/** Files of these exercises, in each language or in one. */
export function savedLatestFirst(
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
      savedAt: statOf(submission.path)?.mtimeMs,
    }))
    .filter(({ savedAt }) => savedAt !== undefined)
    .sort((one, other) => (other.savedAt ?? 0) - (one.savedAt ?? 0))
    .map(({ submission }) => submission)
}
