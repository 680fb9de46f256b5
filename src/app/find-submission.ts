import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Exercise, Language } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import { allLanguages, languageOf, supportFor } from '../grader/languages/all-languages.ts'
import type { Deps } from './deps.ts'
import { isWorkedOn } from './is-starter.ts'
import { type Submission, savedLatestFirst, workspaceOf } from './workspace.ts'

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
  const endings = allLanguages().map(({ extension }) => extension)
  throw new Problem(
    {
      en: `"${named}" is neither an exercise nor a file of one.`,
      zh: `“${named}”既不是练习，也不是练习的文件。`,
    },
    {
      remedy: {
        en: `Give an id of \`anneal exercise --list\`, or a file named after one (${endings.join(', ')}).`,
        zh: `请给出 \`anneal exercise --list\` 中的 id，或以练习命名的文件（${endings.join('、')}）。`,
      },
    },
  )
}

function submissionIn(deps: Deps, path: string): Submission {
  const language = languageOf(path)
  const exercise = [...deps.content.exercises.values()].find(
    ({ id }) =>
      language && basename(path) === supportFor(language).functionName(id) + supportFor(language).extension,
  )
  if (language && exercise) return { exercise, language, path: resolve(path) }
  throw new Problem(
    { en: `${path} is not named after an exercise.`, zh: `${path} 没有以练习命名。` },
    {
      remedy: {
        en: 'Grade it with `anneal grade ID FILE`, or name it as the starter is named.',
        zh: '请用 `anneal grade ID FILE` 判题，或改成模板的文件名。',
      },
    },
  )
}

function savedOf(deps: Deps, exercise: Exercise, language: Language | undefined): Submission {
  const saved = lastWorkedOn(savedLatestFirst(deps, [exercise], language))
  if (saved) return saved
  const folder = workspaceOf(deps)
  throw new Problem(
    {
      en: `There is no file for ${exercise.id} in ${folder}.`,
      zh: `${folder} 里没有 ${exercise.id} 的文件。`,
    },
    {
      remedy: {
        en: `Make a starter with \`anneal exercise ${exercise.id}\`.`,
        zh: `请用 \`anneal exercise ${exercise.id}\` 生成模板。`,
      },
    },
  )
}

function lastSaved(deps: Deps, language: Language | undefined): Submission {
  const saved = lastWorkedOn(savedLatestFirst(deps, [...deps.content.exercises.values()], language))
  if (saved) return saved
  const folder = workspaceOf(deps)
  throw new Problem(
    { en: `There is nothing to submit in ${folder}.`, zh: `${folder} 里没有可提交的文件。` },
    { remedy: { en: 'Begin with `anneal exercise`.', zh: '请先运行 `anneal exercise`。' } },
  )
}

/** A starter that was written since is not what the learner saved. */
function lastWorkedOn(saved: readonly Submission[]): Submission | undefined {
  return saved.find(isWorkedOn) ?? saved[0]
}
