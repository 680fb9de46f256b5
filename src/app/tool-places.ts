import type { Exercise, Language } from '../core/exercise.ts'
import { Problem } from '../core/problem.ts'
import { allLanguages, supportFor } from '../grader/languages/all-languages.ts'
import { absoluteIn, type Deps, settingsIn } from './deps.ts'

/** Where the tools of languages may be, by the settings. */
export function toolPlaces(deps: Deps) {
  const settings = settingsIn(deps)
  const chosen = allLanguages().flatMap(({ language, setting }) => {
    const path = setting && settings[setting.key]
    return path ? [[language, absoluteIn(deps, path)] as const] : []
  })
  return { chosen: Object.fromEntries(chosen), cacheRoot: deps.folders.cache }
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
