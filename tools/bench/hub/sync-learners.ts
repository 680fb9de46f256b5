import { openMembership } from '../../../src/app/hub/open-membership.ts'
import { syncHub } from '../../../src/app/hub/sync-hub.ts'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import { answer, type BenchLearner, withStore } from './bench-learners.ts'

interface LearnerDoes {
  readonly answered?: readonly LogEntry[] | undefined
  readonly share?: boolean
}

/** As `anneal sync` on the learner's machine, which has answered meanwhile. */
export function syncLearner(
  learner: BenchLearner,
  url: string,
  { answered = [], share }: LearnerDoes = {},
): Promise<void> {
  const now = () => ({ at: Date.now(), offsetMin: 0 })
  return withStore(learner, async (store) => {
    answer(store, answered)
    const askToken = async () => learner.token
    const opened = await openMembership({ store, now }, url, { askToken, dryRun: false })
    await syncHub({ store, now }, opened, { dryRun: false, share, onProgress: () => {} })
  })
}

/** All of them at once. Milliseconds of each, from the moment when all began. */
export function syncTogether(
  learners: readonly BenchLearner[],
  sync: (learner: BenchLearner) => Promise<void>,
): Promise<readonly number[]> {
  const began = performance.now()
  return Promise.all(
    learners.map(async (learner) => {
      await sync(learner)
      return performance.now() - began
    }),
  )
}
