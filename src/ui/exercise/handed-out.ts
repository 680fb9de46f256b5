import type { Deps } from '../../app/deps.ts'
import { nextHint } from '../../app/help-with-exercise.ts'
import { type OpenExercise, type OpenOptions, openExercise } from '../../app/open-exercise.ts'
import { isSolutionFree } from '../../app/take-solution.ts'
import { beginTask, openTask } from '../../app/timed-task.ts'
import { LANGUAGES, type Language } from '../../core/exercise.ts'
import type { TimedTask } from '../../core/interview-record.ts'

/** One exercise, handed out. */
export interface HandedOut {
  readonly open: OpenExercise
  /** Whether the learner is being asked if they mean to give up. */
  readonly isGivingUp: boolean
  /** Whether to look at the solution costs nothing. */
  readonly isFree: boolean
  /** It is part of an interview, whose clock runs. */
  readonly task: TimedTask | undefined
}

/** @param interview when the interview began to which it belongs; its clock starts now */
export function handOut(deps: Deps, options: OpenOptions, interview?: string): HandedOut {
  const open = openExercise(deps, options)
  const { exercise } = open
  if (interview !== undefined) beginTask(deps, interview, exercise)
  return {
    open,
    isGivingUp: false,
    isFree: isSolutionFree(deps, exercise),
    task: openTask(deps, exercise.id),
  }
}

/** Another terminal may have shown the last one meanwhile. */
export function withNextHint(deps: Deps, state: HandedOut): HandedOut {
  const { exercise, language } = state.open
  nextHint(deps, exercise, language)
  return reopen(deps, state)
}

/** In the next programming language, with a starter where there is no file yet. */
export function inNextLanguage(deps: Deps, state: HandedOut): HandedOut {
  const { exercise, language } = state.open
  return handOut(deps, { id: exercise.id, language: after(language) })
}

/** As it now stands, its file and its hints. */
export function reopen(deps: Deps, state: HandedOut): HandedOut {
  const { exercise, language, created, earlier } = state.open
  const open = openExercise(deps, { id: exercise.id, language })
  return { ...state, open: { ...open, created: open.created || created, earlier: open.earlier ?? earlier } }
}

function after(language: Language): Language {
  const at = LANGUAGES.indexOf(language)
  return LANGUAGES[(at + 1) % LANGUAGES.length] ?? language
}
