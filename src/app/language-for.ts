import type { Exercise, Language } from '../core/exercise.ts'
import { type Deps, settingsIn } from './deps.ts'
import { isWorkedOn } from './is-starter.ts'
import { languageOpenedIn } from './last-opened.ts'
import { savedLatestFirst } from './workspace.ts'

/**
 * The language in which the learner goes on with an exercise: the one last worked in, by the files of the
 * workspace, else by the log; where there was no work yet the one in which it was opened last, else that of
 * the settings.
 */
export function languageFor(deps: Deps, exercise: Exercise): Language {
  const worked = savedLatestFirst(deps, [exercise], undefined).find(isWorkedOn)
  return (
    worked?.language ??
    deps.store.history.attemptRecords().get(exercise.id)?.last.language ??
    languageOpenedIn(deps, exercise) ??
    settingsIn(deps).language
  )
}
