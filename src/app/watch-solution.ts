import type { Grading } from '../core/grading.ts'
import { Problem } from '../core/problem.ts'
import type { Verdict } from '../core/verdict.ts'
import { countsWhileWatching } from '../core/watched-attempt.ts'
import type { Deps } from './deps.ts'
import { findPractice } from './find-practice.ts'
import { isStarter } from './is-starter.ts'
import { keepFailingCase } from './own-input/offer-input.ts'
import {
  type Attempt,
  type GradingProgress,
  gradeSource,
  outcomeOf,
  recordAttempt,
} from './submit-solution.ts'
import { watchFileContent } from './watch-file.ts'
import type { Submission } from './workspace.ts'

/** What becomes of a file that is graded whenever it is saved. */
export type Watched =
  /** The file is the starter. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'grading'; readonly progress: GradingProgress | undefined }
  | { readonly kind: 'recorded'; readonly attempt: Attempt }
  /** Graded, and no attempt: see `countsWhileWatching`. */
  | { readonly kind: 'practice'; readonly grading: Grading }
  | { readonly kind: 'refused'; readonly problem: Problem }

/** Undefined where nothing was judged. */
export function verdictOf(watched: Watched): Verdict | undefined {
  if (watched.kind === 'recorded') return watched.attempt.grading.verdict
  return watched.kind === 'practice' ? watched.grading.verdict : undefined
}

export interface WatchOptions {
  readonly seed: string | undefined
  /** Ends the watch and what is being graded. */
  readonly signal: AbortSignal
  readonly onChange: (watched: Watched) => void
}

/**
 * Grades a file now and whenever its content has changed, until the signal is aborted. A newer save ends the
 * grading of the one before.
 */
export function watchSolution(deps: Deps, submission: Submission, options: WatchOptions): Promise<void> {
  const { signal, onChange } = options
  return watchFileContent(submission.path, {
    signal,
    onContent: (source, superseded) => gradeSave(deps, submission, source, { ...options, superseded }),
    onProblem: (problem) => onChange({ kind: 'refused', problem }),
  })
}

interface SaveOptions extends WatchOptions {
  readonly superseded: AbortSignal
}

async function gradeSave(
  deps: Deps,
  submission: Submission,
  source: string,
  { seed, superseded, onChange }: SaveOptions,
): Promise<void> {
  if (isStarter(submission, source)) return onChange({ kind: 'waiting' })
  onChange({ kind: 'grading', progress: undefined })
  const tell = (progress: GradingProgress): void => {
    if (!superseded.aborted) onChange({ kind: 'grading', progress })
  }
  try {
    const grading = await gradeSource(deps, submission, source, {
      seed,
      onProgress: tell,
      signal: superseded,
    })
    keepFailingCase(deps, submission, grading.verdict)
    if (counts(deps, submission, source, grading)) {
      onChange({ kind: 'recorded', attempt: recordAttempt(deps, submission, source, grading) })
    } else {
      onChange({ kind: 'practice', grading })
    }
  } catch (error) {
    if (superseded.aborted) return
    if (!(error instanceof Problem)) throw error
    onChange({ kind: 'refused', problem: error })
  }
}

function counts(deps: Deps, submission: Submission, source: string, { verdict }: Grading): boolean {
  if (verdict.kind === 'accepted') return true
  const state = deps.store.exercise(submission.exercise.id)
  const isPractice = findPractice(deps, submission, source, verdict.kind) !== undefined
  return !isPractice && countsWhileWatching(state, outcomeOf(verdict), deps.now())
}
