import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { settingsIn } from '../../app/deps.ts'
import { findExercise } from '../../app/find-exercise.ts'
import { gradeSource } from '../../app/submit-solution.ts'
import { readSource } from '../../app/workspace.ts'
import { isLabelled, wholeSource } from '../../author/changed-submission.ts'
import type { Language } from '../../core/exercise.ts'
import { Problem } from '../../core/problem.ts'
import { languageOf } from '../../grader/languages/all-languages.ts'
import { gradingFields } from '../../output/json/grading-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { withProgress } from '../show-progress.ts'
import { exitByVerdict } from '../verdict-exit.ts'

export interface GradeFlags {
  readonly lang?: Language
  readonly seed?: string
  readonly json?: boolean
}

/** Grades any file and records nothing. */
export async function grade(id: string, file: string, flags: GradeFlags): Promise<void> {
  const deps = await openDeps()
  const exercise = findExercise(deps, id)
  const path = resolve(file)
  const submission = { exercise, language: flags.lang ?? languageOfFile(file), path }
  const text = readSource(path)
  const source = isLabelled(path) ? wholeSource(path, text) : text
  const grading = await withProgress(settingsIn(deps).locale, ({ show }) =>
    gradeSource(deps, submission, source, { seed: flags.seed, onProgress: show }),
  )
  if (flags.json) printJson(gradingFields(exercise.id, grading, settingsIn(deps).locale))
  else print((await import('../../ui/plain/verdict-text.ts')).gradingText(deps, exercise, grading))
  exitByVerdict(grading.verdict)
}

function languageOfFile(file: string): Language {
  const language = languageOf(file)
  if (language) return language
  if (!existsSync(file)) {
    throw new Problem(
      { en: `There is no file ${file}.`, zh: `文件 ${file} 不存在。` },
      { remedy: { en: 'Check the path.', zh: '请检查路径。' } },
    )
  }
  throw new Problem(
    {
      en: `The language of ${file} is not known by its ending.`,
      zh: `无法由扩展名得知 ${file} 的编程语言。`,
    },
    { remedy: { en: 'Say it with --lang.', zh: '请用 --lang 指定。' } },
  )
}
