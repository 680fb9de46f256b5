import { settingsIn } from '../../app/deps.ts'
import { findSubmission } from '../../app/find-submission.ts'
import { submitSolution } from '../../app/submit-solution.ts'
import type { Language } from '../../core/exercise.ts'
import { attemptFields } from '../../output/json/grading-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'
import { showProgress } from '../show-progress.ts'
import { exitByVerdict } from '../verdict-exit.ts'

export interface SubmitFlags {
  readonly lang?: Language
  readonly seed?: string
  readonly watch?: boolean
  readonly json?: boolean
}

/** Grades a file of the workspace and records the attempt. */
export async function submit(what: string | undefined, flags: SubmitFlags): Promise<void> {
  const deps = await openDeps()
  const submission = findSubmission(deps, what, flags.lang)
  if (flags.watch) {
    const { watchSubmission } = await import('./watch.ts')
    return watchSubmission(deps, submission, flags.seed)
  }
  if (hasTerminal() && !flags.json) {
    const { showScreens } = await import('../show-screens.ts')
    exitByVerdict(undefined)
    return showScreens(deps, { kind: 'verdict', submission, seed: flags.seed, onJudged: exitByVerdict })
  }
  const progress = showProgress(settingsIn(deps).locale)
  const attempt = await submitSolution(deps, submission, { seed: flags.seed, onProgress: progress.show })
  progress.clear()
  if (flags.json) printJson(attemptFields(attempt, settingsIn(deps).locale))
  else print((await import('../../ui/plain/verdict-text.ts')).attemptText(deps, attempt))
  exitByVerdict(attempt.grading.verdict)
}
