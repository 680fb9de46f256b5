import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assignment } from '../core/assign-exercise.ts'
import type { Card } from '../core/card.ts'
import type { Exercise, Language } from '../core/exercise.ts'
import { isRoundOpen } from '../core/exercise-state.ts'
import type { Locale, Text } from '../core/locale.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { createNameSpeller } from '../core/spell-names.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import type { Deps } from './deps.ts'
import { graderFolder, languageThere } from './exercise-files.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { isStarter } from './is-starter.ts'
import { noteOutcome } from './timed-task.ts'
import type { Submission } from './workspace.ts'

/** The reference beside the learner's own code, and what there is to say about it. */
export interface Solution {
  readonly submission: Submission
  readonly reference: string
  /** Undefined where nothing was written yet. */
  readonly own: string | undefined
  /** Markdown: why it is right, what it costs, the trap. */
  readonly explanation: Text
  /** Those that the exercise asks for. */
  readonly cards: readonly Card[]
  /** The most useful exercise after this one. */
  readonly next: Assignment | undefined
}

/** Whether the exercise's round is over, accepted or given up: to look at the solution then costs nothing. */
export function isSolutionFree(deps: Deps, exercise: Exercise): boolean {
  return !isRoundOpen(deps.store.exercise(exercise.id), deps.now())
}

/** @throws Problem when there is none in this language */
export function checkForSolution(deps: Deps, exercise: Exercise, language: Language): void {
  if (existsSync(referencePath(deps, exercise, language))) return
  const { name } = supportFor(language)
  throw new Problem(
    { en: `${exercise.id} has no solution in ${name}.`, zh: `${exercise.id} 没有 ${name} 的参考答案。` },
    { remedy: { en: 'Ask for another language with --lang.', zh: '请用 --lang 换一种编程语言。' } },
  )
}

/**
 * The solution; where it is not free, recorded as given up: the exercise comes back as one that was forgotten.
 * @throws Problem when there is none in this language
 */
export function takeSolution(deps: Deps, submission: Submission): Solution {
  const { exercise, language, path } = submission
  checkForSolution(deps, exercise, language)
  if (!isSolutionFree(deps, exercise)) recordGivenUp(deps, exercise, language)
  const own = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  const next = exerciseOfToday(deps, deps.now())
  return {
    submission,
    reference: referenceText(deps, exercise, language),
    own: own === undefined || isStarter(submission, own) ? undefined : own,
    explanation: createNameSpeller(exercise.signature, supportFor(language).spell).inProse({
      en: explanationIn(deps, exercise, 'en'),
      zh: explanationIn(deps, exercise, 'zh'),
    }),
    cards: exercise.prerequisites
      .map((id) => deps.content.cards.get(id))
      .filter((card) => card !== undefined),
    next: next?.exercise.id === exercise.id ? undefined : next,
  }
}

function recordGivenUp(deps: Deps, exercise: Exercise, language: Language): void {
  deps.store.recordExercise(
    {
      kind: 'attempt',
      exercise: exercise.id,
      language,
      outcome: { kind: 'given-up' },
      ratio: undefined,
      diagnosis: undefined,
      recalls: [],
      source: '',
    },
    deps.now(),
  )
  noteOutcome(deps, exercise.id, 'given-up')
}

function referenceText(deps: Deps, exercise: Exercise, language: Language): string {
  const text = readFileSync(referencePath(deps, exercise, language), 'utf8')
  return supportFor(language).showReference?.(text) ?? text
}

function referencePath({ folders }: Deps, exercise: Exercise, language: Language): string {
  return join(graderFolder(folders, exercise), supportFor(language).shownReference)
}

function explanationIn({ folders }: Deps, exercise: Exercise, wanted: Locale): string {
  const pathIn = (locale: Locale) => join(graderFolder(folders, exercise), `solution.${locale}.md`)
  const path = pathIn(languageThere(exercise, wanted, pathIn))
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem(
      { en: `The solution ${path} cannot be read.`, zh: `无法读取解析 ${path}。` },
      { remedy: INSTALL_AGAIN, cause },
    )
  }
}
