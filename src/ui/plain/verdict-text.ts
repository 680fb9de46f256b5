import type { Deps } from '../../app/deps.ts'
import type { Attempt } from '../../app/submit-solution.ts'
import type { Watched } from '../../app/watch-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import type { Exercise } from '../../core/exercise.ts'
import { BLANK } from '../text/line.ts'
import { type Judged, verdictLines } from '../verdict/verdict-lines.ts'
import { judgedFrom, judgedOnly } from '../verdict/verdict-state.ts'
import { plainAround, plainText, titleLine } from './plain-text.ts'

/** A recorded attempt, and what it did to the schedule. */
export function attemptText(deps: Deps, attempt: Attempt): string {
  return textOf(deps, attempt.submission.exercise, judgedFrom(deps, attempt))
}

/** A grading that was not recorded. */
export function gradingText(deps: Deps, exercise: Exercise, grading: Attempt['grading']): string {
  return textOf(deps, exercise, judgedOnly(deps, grading, 'no'))
}

export function watchingText(deps: Deps, { path }: Submission): string {
  return plainAround(deps).messages.verdict.watching(path)
}

/** What became of a save, with a line between it and the one before; undefined where there is nothing to say yet. */
export function watchedText(deps: Deps, { exercise }: Submission, watched: Watched): string | undefined {
  switch (watched.kind) {
    case 'waiting':
      return plainAround(deps).messages.verdict.waitingForSave
    case 'grading':
      return undefined
    case 'recorded':
      return `${RULE}\n${attemptText(deps, watched.attempt)}`
    case 'practice':
      return `${RULE}\n${textOf(deps, exercise, judgedOnly(deps, watched.grading, 'practice'))}`
    case 'refused':
      return watched.problem.line[plainAround(deps).locale]
  }
}

const RULE = '─'.repeat(78)

function textOf(deps: Deps, exercise: Exercise, judged: Judged): string {
  const around = plainAround(deps)
  const title = titleLine(exercise, judged.grading.language, around)
  return plainText([title, BLANK, ...verdictLines(judged, around)])
}
