import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Grading } from '../../core/grading.ts'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import {
  LONGEST_WAIT,
  SUBMISSION_REPLY,
  type SubmissionReply,
  type SubmissionSent,
} from '../../interop/hub/submission.ts'
import type { Deps } from '../deps.ts'
import type { GradeOptions, GradingProgress } from '../submit-solution.ts'
import type { Submission } from '../workspace.ts'
import { connectToHub, refusedWith } from './connect.ts'
import { lastMembership } from './known-hub.ts'
import { submissionIdOf } from './submission-id.ts'

/** Between two questions, and while a hub is not to be reached. */
const LEAST_MS = 500
const AWAY_MS = 3_000

/**
 * Grades a text at the hub that was used last, as if the submission's file held it. Whoever stops waiting and
 * submits the same again asks after the same verdict; once it is recorded, the same text is another
 * submission.
 * @throws Problem where there is no hub, it cannot be reached at first, or it refuses
 */
export async function gradeAtHub(
  deps: Deps,
  submission: Submission,
  source: string,
  { onProgress, signal }: Pick<GradeOptions, 'onProgress' | 'signal'>,
): Promise<Grading> {
  const { member, url, token } = lastMembership(deps)
  const sent = sentAs(deps, member, submission, source)
  let reply: SubmissionReply | undefined
  const tell = (why: Text | undefined) => onProgress(progressOf(reply, why))
  const connection = await connectToHub(url, token, { signal, onWait: tell }).catch(orElsewhere)
  const send = () => connection.postJson('submissions', sent, SUBMISSION_REPLY)
  const ask = () => connection.getJson(`submissions/${sent.id}?wait=${LONGEST_WAIT}`, SUBMISSION_REPLY)
  const quiet = (ms: number) => pause(ms, undefined, signal && { signal })
  reply = await send().catch(orElsewhere)
  for (let asked = 0; reply?.kind !== 'judged'; asked++) {
    tell(undefined)
    // A hub holds the question back for long; whatever it does, it is not asked without a pause.
    if (asked > 0) await quiet(reply === undefined ? AWAY_MS : LEAST_MS)
    // One that was away may have been set back to a backup, from before it had this.
    reply = await (reply === undefined ? send() : ask()).catch(unlessRefused)
  }
  if (reply.grading.language !== submission.language) throw ofAnother(url)
  return reply.grading
}

function progressOf(reply: SubmissionReply | undefined, why: Text | undefined): GradingProgress {
  const isInQueue = reply?.kind === 'waiting' && why === undefined
  return isInQueue ? { kind: 'queue', before: reply.before } : { kind: 'away', why }
}

function sentAs(deps: Deps, member: string, submission: Submission, source: string): SubmissionSent {
  const { exercise, language, path } = submission
  const recorded = deps.store.history.attempts().filter((one) => one.exercise === exercise.id)
  const device = deps.store.sharedFolders.device()
  return {
    id: submissionIdOf([member, device, exercise.id, language, source, recorded.length]),
    exercise: exercise.id,
    language,
    fileName: basename(path),
    source,
  }
}

/** Undefined where the hub is only away for a while. */
function unlessRefused(problem: unknown): undefined {
  if (!isAway(problem)) throw problem
}

function isAway(problem: unknown): problem is Problem {
  const status = refusedWith(problem)
  return problem instanceof Problem && (status === undefined || status >= 500)
}

/** Nothing waits there yet: it can be judged here. */
function orElsewhere(problem: unknown): never {
  if (!isAway(problem)) throw problem
  throw new Problem(problem.texts.message, {
    remedy: {
      en: 'Submit again when it can be reached, or without --hub to have it judged on this machine.',
      zh: '请在能连接时重新提交；不加 --hub 则在本机判题。',
    },
    cause: problem,
  })
}

function ofAnother(url: string): Problem {
  return new Problem(
    {
      en: `${url} answered with the verdict of something else.`,
      zh: `${url} 返回的不是这次提交的判题结果。`,
    },
    { remedy: { en: 'Tell whoever runs it.', zh: '请告知其管理者。' } },
  )
}
