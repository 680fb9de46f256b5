import type { AcceptedSource } from '../core/past-attempt.ts'
import type { Deps } from './deps.ts'
import { readSource, type Submission } from './workspace.ts'

/** A file as it is now, beside what was last accepted for its exercise in its language. */
export interface AcceptedComparison {
  readonly submission: Submission
  readonly now: string
  readonly accepted: AcceptedSource | undefined
}

/** @throws Problem when the file is missing, too large or not text */
export function compareWithAccepted(deps: Deps, submission: Submission): AcceptedComparison {
  return {
    submission,
    now: readSource(submission.path),
    accepted: deps.store.history.lastAccepted(submission.exercise.id, submission.language),
  }
}
