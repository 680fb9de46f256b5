import { connectToHub } from '../../../src/app/hub/connect.ts'
import { whyNotMet } from '../../../src/author/labelled-submission.ts'
import { LONGEST_WAIT, SUBMISSION_REPLY } from '../../../src/interop/hub/submission.ts'
import type { BenchSubmission } from './bench-submissions.ts'
import { persisting } from './persisting.ts'

export interface TimedVerdict {
  readonly ms: number
  /** Of them the judge's own. */
  readonly judgeMs: number
  /** Why it is not the verdict that the submission's label says. */
  readonly unmet: string | undefined
}

/** Sends it and waits for the verdict, however often the hub is away meanwhile. */
export async function submitToHub(
  { id, exercise, submission }: BenchSubmission,
  { url, token }: { readonly url: string; readonly token: string },
): Promise<TimedVerdict> {
  const { language, fileName, source, label, name } = submission
  const sent = { id, exercise, language, fileName, source }
  const began = performance.now()
  const connection = await persisting(() => connectToHub(url, token))
  let reply = await persisting(() => connection.postJson('submissions', sent, SUBMISSION_REPLY))
  while (reply.kind === 'waiting')
    reply = await persisting(() =>
      connection.getJson(`submissions/${id}?wait=${LONGEST_WAIT}`, SUBMISSION_REPLY),
    )
  const { verdict, elapsedMs } = reply.grading
  const why = whyNotMet(label, verdict)
  return {
    ms: performance.now() - began,
    judgeMs: elapsedMs,
    unmet: why && `${exercise} ${name} ${why}`,
  }
}
