import { onTestFinished } from 'vitest'
import { LANGUAGES } from '../../src/core/exercise.ts'
import type { Grading } from '../../src/core/grading.ts'
import { judgeSubmission } from '../../src/hub/jobs/judge-submission.ts'
import { openBoss } from '../../src/hub/jobs/open-boss.ts'
import { startWork, type Working } from '../../src/hub/jobs/work.ts'
import { buildTestGraders, CACHE_ROOT, SCALE_SCORES } from '../grader/scale-scores.ts'
import type { TestHub } from './open-test-hub.ts'

export const graderRoot = await buildTestGraders()

export type Judging = (id: string, signal: AbortSignal) => Promise<Grading | undefined>

export function judging({ hub }: TestHub): Judging {
  const find = async (id: string) =>
    id === SCALE_SCORES.id ? { exercise: SCALE_SCORES, graderRoot } : undefined
  return (id, signal) => judgeSubmission(hub.db, id, { find, cacheRoot: CACHE_ROOT }, signal)
}

/** With connections of its own where it can, as on another machine; it ends with the test. */
export async function openWorker(there: TestHub, worker = 'one', judge = judging(there)): Promise<Working> {
  const { hub, desk } = there
  const isApart = hub.db.engine.kind === 'postgres'
  const boss = isApart ? await openBoss(hub.db, { role: 'worker', onTrouble: () => undefined }) : desk?.boss
  if (boss === undefined) throw new Error('this hub judges nothing')
  const work = startWork(hub.db, boss, {
    languages: LANGUAGES,
    jobs: 1,
    worker,
    judge,
    now: hub.now,
    onJudged: () => undefined,
    onTrouble: () => undefined,
  })
  onTestFinished(async () => {
    work.giveBack()
    await work.finish()
    if (isApart) await boss.stop({ graceful: false })
  })
  return work
}
