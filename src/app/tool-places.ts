import type { Exercise, Language } from '../core/exercise.ts'
import { Problem } from '../core/problem.ts'
import type { Settings } from '../core/settings.ts'
import { allLanguages, supportFor } from '../grader/languages/all-languages.ts'
import { absoluteIn, type Deps, type Folders, settingsIn } from './deps.ts'

/** Where the tools of languages may be, by the settings. */
export function toolPlaces(deps: Deps) {
  return { chosen: chosenTools(settingsIn(deps), deps.folders), cacheRoot: deps.folders.cache }
}

/** The tools that settings name. */
export function chosenTools(settings: Settings, folders: Pick<Folders, 'home'>) {
  const chosen = allLanguages().flatMap(({ language, setting }) => {
    const path = setting && settings[setting.key]
    return path ? [[language, absoluteIn({ folders }, path)] as const] : []
  })
  return Object.fromEntries(chosen)
}

/** Why this machine cannot run the exercise in that language, as far as that is known before it runs. */
export async function lackFor(
  deps: Deps,
  exercise: Exercise,
  language: Language,
): Promise<Problem | undefined> {
  const support = supportFor(language)
  try {
    const tool = await support.findTool(toolPlaces(deps))
    return await support.lacksHere?.(tool, exercise)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error
  }
}
