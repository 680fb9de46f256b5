import type { Deps } from '../../app/deps.ts'
import type { Attempt, Grading } from '../../app/submit-solution.ts'
import { isSolutionFree } from '../../app/take-solution.ts'
import type { Watched } from '../../app/watch-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import { BLANK } from '../text/line.ts'
import { type GradedSubmission, verdictLines } from '../verdict/verdict-lines.ts'
import { notRecorded, recordedAs } from '../verdict/verdict-state.ts'
import { WAITING_FOR_SAVE, watchingText } from '../verdict/watch-words.ts'
import { plainAround, plainText, titleLine } from './plain-text.ts'

/** A recorded attempt, and what it did to the schedule. */
export function attemptText(deps: Deps, attempt: Attempt): string {
  const { exercise } = attempt.submission
  const text = textOf(deps, exercise, recordedAs(deps, attempt))
  return isSolutionFree(deps, exercise) ? `${text}\n\n${plainAround(deps).say(solutionAt(exercise))}` : text
}

function solutionAt({ id }: Exercise): Text {
  const command = `anneal exercise ${id} --give-up`
  return {
    en: `\`${command}\` shows the solution, at no cost now.`,
    zh: `\`${command}\` 显示参考答案，现在查看不影响安排。`,
  }
}

/** A grading that was not recorded. */
export function gradingText(deps: Deps, exercise: Exercise, grading: Grading): string {
  return textOf(deps, exercise, notRecorded(deps, grading, 'no'))
}

export function beginOfWatch(deps: Deps, { path }: Submission): string {
  return plainAround(deps).say(watchingText(path))
}

/** What became of a save, with a line between it and the one before; undefined where there is nothing to say yet. */
export function watchedText(deps: Deps, { exercise }: Submission, watched: Watched): string | undefined {
  switch (watched.kind) {
    case 'waiting':
      return plainAround(deps).say(WAITING_FOR_SAVE)
    case 'grading':
      return undefined
    case 'recorded':
      return `${RULE}\n${attemptText(deps, watched.attempt)}`
    case 'practice':
      return `${RULE}\n${textOf(deps, exercise, notRecorded(deps, watched.grading, 'practice'))}`
    case 'refused':
      return plainAround(deps).say(watched.problem.line)
  }
}

const RULE = '─'.repeat(78)

function textOf(deps: Deps, exercise: Exercise, graded: GradedSubmission): string {
  const around = plainAround(deps)
  const title = titleLine(exercise, graded.grading.language, around)
  return plainText([title, BLANK, ...verdictLines(graded, around)])
}
