import { setTimeout as pause } from 'node:timers/promises'
import type { Job, PgBoss } from 'pg-boss'
import type { Instant } from '../../core/day.ts'
import type { Language } from '../../core/exercise.ts'
import type { Grading } from '../../core/grading.ts'
import type { Text } from '../../core/locale.ts'
import type { VerdictKind } from '../../core/verdict.ts'
import type { Database } from '../database/database.ts'
import { type GradeJob, HEARTBEAT_SECONDS, LOST_QUEUE, queueOf } from './grade-queues.ts'
import { judgeError, recordJudgement } from './judgement.ts'

export interface WorkSetting {
  readonly languages: readonly Language[]
  /** How many are judged at once. */
  readonly jobs: number
  /** Who judged, in the record. */
  readonly worker: string
  /** Undefined where the submission is gone, or judged; rejects when the signal stops it. */
  readonly judge: (submission: string, signal: AbortSignal) => Promise<Grading | undefined>
  readonly now: () => Instant
  readonly onJudged: (submission: string, verdict: VerdictKind) => void
  /** It goes on all the same. */
  readonly onTrouble: (error: unknown) => void
}

export interface Working {
  /** Takes no more, and ends when what it has is judged. */
  readonly finish: () => Promise<void>
  /** Gives back what it has, for others to judge. */
  readonly giveBack: () => void
}

/** How long it waits when there was nothing, and when it could not ask. */
const POLL_MS = 1_000
const TROUBLE_MS = 5_000

/** Takes submissions from their queues and judges them, so many at a time. */
export function startWork(db: Database, boss: PgBoss, setting: WorkSetting): Working {
  const stopping = new AbortController()
  const givingBack = new AbortController()
  const underWay = new Set<Promise<void>>()
  const queues = [...setting.languages.map(queueOf), LOST_QUEUE]

  async function takeAll(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (underWay.size >= setting.jobs) await Promise.race(underWay)
      else if (!(await takeOne())) await quiet(POLL_MS)
    }
    await Promise.all(underWay)
  }

  async function takeOne(): Promise<boolean> {
    try {
      const job = await nextOf(boss, queues)
      if (job === undefined) return false
      const done: Promise<void> = attend(job).finally(() => underWay.delete(done))
      underWay.add(done)
    } catch (error) {
      setting.onTrouble(error)
      await quiet(TROUBLE_MS)
    }
    return true
  }

  const quiet = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  async function attend(job: Job<GradeJob>): Promise<void> {
    const claim = holdClaim(boss, job, setting.onTrouble)
    try {
      await judgeJob(job, AbortSignal.any([claim.lost, givingBack.signal]))
      await boss.complete(job.name, job)
    } catch (error) {
      if (claim.lost.aborted) return
      if (!givingBack.signal.aborted) setting.onTrouble(error)
      // Where not even this can be said, the claim lapses.
      await boss.fail(job.name, job).catch(setting.onTrouble)
    } finally {
      claim.letGo()
    }
  }

  async function judgeJob({ name, data: { submission } }: Job<GradeJob>, signal: AbortSignal): Promise<void> {
    const grading =
      name === LOST_QUEUE ? await lostGrading(db, submission) : await setting.judge(submission, signal)
    if (grading === undefined) return
    const { worker, now, onJudged } = setting
    await recordJudgement(db, submission, { grading, worker, at: now() })
    onJudged(submission, grading.verdict.kind)
  }

  const working = takeAll()
  return {
    finish: () => {
      stopping.abort()
      return working
    },
    giveBack: () => givingBack.abort(),
  }
}

/** The queues in turn, so that none waits for another to be empty. */
async function nextOf(boss: PgBoss, queues: string[]): Promise<Job<GradeJob> | undefined> {
  for (const queue of [...queues]) {
    queues.push(...queues.splice(0, 1))
    const [job] = await boss.fetch<GradeJob>(queue)
    if (job !== undefined) return job
  }
  return undefined
}

interface Claim {
  /** Aborted when another has the job. */
  readonly lost: AbortSignal
  readonly letGo: () => void
}

function holdClaim(boss: PgBoss, job: Job<GradeJob>, onTrouble: (error: unknown) => void): Claim {
  const lost = new AbortController()
  const beat = async () => {
    // Its types leave out what it returns.
    const { affected } = (await boss.touch(job.name, job)) as { readonly affected: number }
    if (affected === 0) lost.abort()
  }
  const beats = setInterval(() => void beat().catch(onTrouble), HEARTBEAT_SECONDS * 1_000)
  return { lost: lost.signal, letGo: () => clearInterval(beats) }
}

async function lostGrading(db: Database, submission: string): Promise<Grading | undefined> {
  const [held] = await db.query<{ readonly language: Language }>(
    'select language from submission where id = $1 and waiting',
    [submission],
  )
  return held && judgeError(held.language, LOST)
}

const LOST: Text = {
  en: 'Each worker of the hub that judged it broke off. This is a fault of the hub, not of your solution; tell whoever runs it.',
  zh: 'hub 的判题进程多次在判题途中中断。这是 hub 的故障，与你的解答无关；请告知其管理者。',
}
