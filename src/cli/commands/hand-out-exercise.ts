import { exerciseRecords } from '../../app/collect-statistics.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { exerciseOfToday } from '../../app/exercise-of-today.ts'
import { findExercise } from '../../app/find-exercise.ts'
import { nextHint } from '../../app/help-with-exercise.ts'
import { languageFor } from '../../app/language-for.ts'
import { lastOpened } from '../../app/last-opened.ts'
import { openExercise } from '../../app/open-exercise.ts'
import { trustGrader } from '../../app/own-grader/trusted-graders.ts'
import { takeSolution } from '../../app/take-solution.ts'
import { lackFor } from '../../app/tool-places.ts'
import { submissionPath } from '../../app/workspace.ts'
import type { Exercise, Language } from '../../core/exercise.ts'
import { Problem } from '../../core/problem.ts'
import {
  exerciseListFields,
  hintFields,
  openExerciseFields,
  solutionFields,
} from '../../output/json/exercise-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson, tell } from '../print.ts'

export interface ExerciseFlags {
  readonly lang?: Language
  readonly list?: boolean
  readonly hint?: boolean
  readonly 'give-up'?: boolean
  readonly torch?: boolean
  readonly trust?: boolean
  readonly json?: boolean
}

/** Hands out today's exercise or the one named, lists all, or helps with one. */
export async function exercise(id: string | undefined, flags: ExerciseFlags): Promise<void> {
  const deps = await openDeps()
  const text = await import('../../ui/plain/exercise-text.ts')
  if (flags.list) {
    const records = exerciseRecords(deps)
    return flags.json ? printJson(exerciseListFields(records)) : print(text.listText(deps, records))
  }
  if (flags.hint) {
    const begun = chosen(deps, id)
    const hint = nextHint(deps, begun, flags.lang ?? languageFor(deps, begun))
    return flags.json ? printJson(hintFields(begun, hint)) : print(text.hintText(deps, hint))
  }
  if (flags['give-up']) return printSolution(deps, chosen(deps, id), flags)
  if (flags.trust) return trust(deps, chosen(deps, id))
  const options = { id, language: flags.lang, torch: flags.torch }
  if (hasTerminal() && !flags.json) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'exercise', options })
  }
  const open = openExercise(deps, options)
  if (flags.json) return printJson(openExerciseFields(open))
  print(text.exerciseText(deps, open))
  const lack = await lackFor(deps, open.exercise, open.language)
  if (lack) tell(`anneal: ${lack.line[settingsIn(deps).locale]}`)
}

function trust(deps: Deps, { id, isOwn }: Exercise): void {
  if (isOwn) trustGrader(deps.folders, id)
  const told = isOwn
    ? { en: `The grader of "${id}" may run from now on.`, zh: `“${id}”的判题器今后可以运行。` }
    : {
        en: `"${id}" comes with Anneal: its grader may run anyway.`,
        zh: `“${id}”是自带的练习，其判题器本来就可以运行。`,
      }
  print(told[settingsIn(deps).locale])
}

async function printSolution(deps: Deps, exercise: Exercise, { lang, json }: ExerciseFlags): Promise<void> {
  const language = lang ?? languageFor(deps, exercise)
  const path = submissionPath(deps, exercise.id, language)
  const solution = takeSolution(deps, { exercise, language, path })
  if (json) return printJson(solutionFields(solution))
  const { solutionText } = await import('../../ui/plain/solution-text.ts')
  print(solutionText(deps, solution))
}

/** The one named, else the one that the learner is at. */
function chosen(deps: Deps, id: string | undefined): Exercise {
  if (id !== undefined) return findExercise(deps, id)
  const begun = lastOpened(deps) ?? exerciseOfToday(deps, deps.now())?.exercise
  if (begun) return begun
  throw new Problem(
    { en: 'No exercise is due today.', zh: '今天没有到期的练习。' },
    {
      remedy: {
        en: 'Name one of `anneal exercise --list`.',
        zh: '请指定 `anneal exercise --list` 中的一个。',
      },
    },
  )
}
