import { type Deps, settingsIn } from '../../app/deps.ts'
import { findSubmission } from '../../app/find-submission.ts'
import { type Grade, submitSolution } from '../../app/submit-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import type { Language } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import type { Verdict } from '../../core/verdict.ts'
import { attemptFields } from '../../output/json/grading-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson, tell } from '../print.ts'
import { withProgress } from '../show-progress.ts'
import { untilStopped } from '../until-stopped.ts'
import { exitByVerdict } from '../verdict-exit.ts'

export interface SubmitFlags {
  readonly lang?: Language
  readonly seed?: string
  readonly watch?: boolean
  readonly hub?: boolean
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
  if (hasTerminal() && !flags.json) return showVerdict(deps, submission, flags)
  const { locale } = settingsIn(deps)
  const attempt = await withProgress(locale, ({ show }) => {
    const options = { seed: flags.seed, onProgress: show }
    return flags.hub
      ? untilStopped(async ({ signal }) =>
          submitSolution(deps, submission, { ...options, signal }, await gradingAtHub()),
        )
      : submitSolution(deps, submission, options)
  })
  if (attempt === undefined) tell(STAYS_AT_HUB[locale])
  else if (flags.json) printJson(attemptFields(attempt, locale))
  else print((await import('../../ui/plain/verdict-text.ts')).attemptText(deps, attempt))
  exitByVerdict(attempt?.grading.verdict)
}

/** What a hub is asked by is loaded for nobody else. */
async function gradingAtHub(): Promise<Grade> {
  return (await import('../../app/hub/grade-at-hub.ts')).gradeAtHub
}

async function showVerdict(
  deps: Deps,
  submission: Submission,
  { seed, hub = false }: SubmitFlags,
): Promise<void> {
  const { showScreens } = await import('../show-screens.ts')
  exitByVerdict(undefined)
  const stopping = new AbortController()
  let isWaiting = hub
  const onJudged = (verdict: Verdict | undefined) => {
    isWaiting = false
    exitByVerdict(verdict)
  }
  const atHub = hub ? stopping.signal : undefined
  await showScreens(deps, { kind: 'verdict', submission, seed, atHub, onJudged })
  stopping.abort()
  if (isWaiting) tell(STAYS_AT_HUB[settingsIn(deps).locale])
}

const STAYS_AT_HUB: Text = {
  en: 'What has reached the hub stays in its queue: submit the unchanged file with --hub again, and you get its verdict.',
  zh: '已送达 hub 的提交仍在排队：用 --hub 再次提交未改动的文件，即可取得判题结果。',
}
