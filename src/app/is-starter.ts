import { supportFor } from '../grader/languages/all-languages.ts'
import { withoutComments } from '../grader/protocol/code-text.ts'
import { type Submission, sourceIfAny } from './workspace.ts'

/** Whether nobody wrote code yet: comments may have been added, and an older version may have written it. */
export function isStarter({ exercise, language }: Submission, source: string): boolean {
  const { functionName, lexis, unfilled } = supportFor(language)
  return unfilled(functionName(exercise.id)).test(withoutComments(source, lexis))
}

/** A look at another language leaves its starter. What cannot be read is none. */
export function isWorkedOn(submission: Submission): boolean {
  const source = sourceIfAny(submission.path)
  return source === undefined || !isStarter(submission, source)
}
