import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assignment } from '../core/assign-exercise.ts'
import type { Card } from '../core/card.ts'
import type { Exercise, Language } from '../core/exercise.ts'
import { isRoundOpen } from '../core/exercise-state.ts'
import type { Locale, Text } from '../core/locale.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { createNameSpeller } from '../core/spell-names.ts'
import { textIfThere } from '../disk/text-if-there.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import type { Deps } from './deps.ts'
import { graderFolder, languageThere } from './exercise-files.ts'
import { exerciseOfToday } from './exercise-of-today.ts'
import { isStarter } from './is-starter.ts'
import { noteOutcome } from './timed-task.ts'
import { type Submission, sourceIfAny } from './workspace.ts'

/** The reference beside the learner's own code, and what there is to say about it. */
export interface Solution {
  readonly submission: Submission
  /** Undefined where an exercise of the learner's has none in this language. */
  readonly reference: string | undefined
  /** Undefined where nothing was written yet. */
  readonly own: string | undefined
  /** Markdown: why it is right, what it costs, the trap. Undefined where an exercise of the learner's does not say. */
  readonly explanation: Text | undefined
  /** Those that the exercise asks for. */
  readonly cards: readonly Card[]
  /** The most useful exercise after this one. */
  readonly next: Assignment | undefined
}

/** Whether the exercise's round is over, accepted or given up: to look at the solution then costs nothing. */
export function isSolutionFree(deps: Deps, exercise: Exercise): boolean {
  return !isRoundOpen(deps.store.exercise(exercise.id), deps.now())
}

/** @throws Problem when there is nothing to show: neither code in this language nor a text */
export function checkForSolution(deps: Deps, exercise: Exercise, language: Language): void {
  readSolution(deps, exercise, language)
}

/**
 * The solution; where it is not free, recorded as given up: the exercise comes back as one that was forgotten.
 * @throws Problem when there is nothing to show
 */
export function takeSolution(deps: Deps, submission: Submission): Solution {
  const { exercise, language, path } = submission
  const shown = readSolution(deps, exercise, language)
  if (!isSolutionFree(deps, exercise)) recordGivenUp(deps, exercise, language)
  const own = sourceIfAny(path)
  const next = exerciseOfToday(deps, deps.now())
  return {
    submission,
    ...shown,
    own: own === undefined || isStarter(submission, own) ? undefined : own,
    cards: exercise.prerequisites.flatMap((id) => deps.content.cards.get(id) ?? []),
    next: next?.exercise.id === exercise.id ? undefined : next,
  }
}

type Shown = Pick<Solution, 'reference' | 'explanation'>

function readSolution(deps: Deps, exercise: Exercise, language: Language): Shown {
  const { name, spell } = supportFor(language)
  const reference = referenceText(deps, exercise, language)
  const explanation = explanationOf(deps, exercise)
  if (reference === undefined && explanation === undefined)
    throw new Problem(
      { en: `${exercise.id} has no solution in ${name}.`, zh: `${exercise.id} 没有 ${name} 的参考答案。` },
      { remedy: { en: 'Ask for another language with --lang.', zh: '请用 --lang 换一种编程语言。' } },
    )
  return {
    reference,
    explanation: explanation && createNameSpeller(exercise.signature, spell).inProse(explanation),
  }
}

function referenceText({ folders }: Deps, exercise: Exercise, language: Language): string | undefined {
  const { shownReference, showReference } = supportFor(language)
  const text = textIfThere(join(graderFolder(folders, exercise), shownReference))
  return text && (showReference?.(text) ?? text)
}

/** @throws Problem where a shipped exercise has none */
function explanationOf({ folders }: Deps, exercise: Exercise): Text | undefined {
  const pathIn = (locale: Locale) => join(graderFolder(folders, exercise), `solution.${locale}.md`)
  const thereFor = (wanted: Locale) => pathIn(languageThere(exercise, wanted, pathIn))
  if (exercise.isOwn && !existsSync(thereFor('en'))) return undefined
  return { en: explanationAt(thereFor('en')), zh: explanationAt(thereFor('zh')) }
}

function explanationAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem(
      { en: `The solution ${path} cannot be read.`, zh: `无法读取解析 ${path}。` },
      { remedy: INSTALL_AGAIN, cause },
    )
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
