import type { Deps } from '../../app/deps.ts'
import type { Solution } from '../../app/take-solution.ts'
import { solutionLines } from '../solution/solution-view.ts'
import { BLANK } from '../text/line.ts'
import { plainAround, plainText, titleLine } from './plain-text.ts'

export function solutionText(deps: Deps, solution: Solution): string {
  const { exercise, language } = solution.submission
  const around = plainAround(deps)
  return plainText([titleLine(exercise, language, around), BLANK, ...solutionLines(solution, around)])
}
