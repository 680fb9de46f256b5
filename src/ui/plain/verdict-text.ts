import type { Deps } from '../../app/deps.ts'
import type { Attempt } from '../../app/submit-solution.ts'
import type { Exercise } from '../../core/exercise.ts'
import { BLANK, type Line, line } from '../text/line.ts'
import { type Judged, verdictLines } from '../verdict/verdict-lines.ts'
import { judgedFrom } from '../verdict/verdict-state.ts'
import { plainAround, plainText } from './plain-text.ts'

/** A recorded attempt, and what it did to the schedule. */
export function attemptText(deps: Deps, attempt: Attempt): string {
  return textOf(deps, attempt.submission.exercise, judgedFrom(deps, attempt))
}

/** A grading that was not recorded. */
export function gradingText(deps: Deps, exercise: Exercise, grading: Attempt['grading']): string {
  return textOf(deps, exercise, { grading, recorded: undefined })
}

function textOf(deps: Deps, exercise: Exercise, judged: Judged): string {
  const around = plainAround(deps)
  const title: Line = line(`${exercise.title[around.locale]} (${exercise.id}, ${judged.grading.language})`)
  return plainText([title, BLANK, ...verdictLines(judged, around)])
}
