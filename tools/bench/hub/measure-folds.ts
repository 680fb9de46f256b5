import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from '../../../src/hub/database/database.ts'
import type { HubOfLearners } from './hub-of-learners.ts'
import { persisting } from './persisting.ts'
import { syncLearner } from './sync-learners.ts'

const LOOK_MS = 500

/** Everybody says that they share; until the hub has made of each log what a teacher sees. */
export async function measureFolds({ hub, db, learners, url }: HubOfLearners): Promise<void> {
  const before = hub.usage().cpuSeconds
  await Promise.all(learners.map((learner) => persisting(() => syncLearner(learner, url, { share: true }))))
  while ((await countFolded(db)) < learners.length) await pause(LOOK_MS)
  const ms = (1000 * (hub.usage().cpuSeconds - before)) / learners.length
  console.log(
    `to hear that a learner shares, and to fold their log for the teacher: ${ms.toFixed(1)} ms of CPU`,
  )
}

async function countFolded(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ readonly folded: number }>('select count(*)::integer folded from progress')
  return row?.folded ?? 0
}
