import { type Deps, settingsIn } from '../../app/deps.ts'
import { verdictOf, watchSolution } from '../../app/watch-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import { hasTerminal, print } from '../print.ts'
import { showProgress } from '../show-progress.ts'
import { exitByLastVerdict } from '../verdict-exit.ts'

/** Grades a file at every save, until ctrl-c or the learner leaves the screen; what is being graded then ends too. */
export async function watchSubmission(
  deps: Deps,
  submission: Submission,
  seed: string | undefined,
): Promise<void> {
  const stop = new AbortController()
  exitByLastVerdict(undefined)
  try {
    if (hasTerminal()) {
      const { showScreens } = await import('../show-screens.ts')
      const opening = { submission, seed, watch: stop.signal, onJudged: exitByLastVerdict }
      await showScreens(deps, { kind: 'verdict', ...opening })
    } else await printVerdicts(deps, submission, seed, stop)
  } finally {
    stop.abort()
  }
}

async function printVerdicts(
  deps: Deps,
  submission: Submission,
  seed: string | undefined,
  stop: AbortController,
): Promise<void> {
  const { beginOfWatch, watchedText } = await import('../../ui/plain/verdict-text.ts')
  const progress = showProgress(settingsIn(deps).locale)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort())
  print(beginOfWatch(deps, submission))
  await watchSolution(deps, submission, {
    seed,
    signal: stop.signal,
    onChange: (watched) => {
      if (watched.kind === 'grading' && watched.progress) return progress.show(watched.progress)
      progress.clear()
      const verdict = verdictOf(watched)
      if (verdict) exitByLastVerdict(verdict)
      const text = watchedText(deps, submission, watched)
      if (text !== undefined) print(text)
    },
  })
  progress.clear()
}
