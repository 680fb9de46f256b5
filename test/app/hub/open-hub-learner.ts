import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { leaveHub } from '../../../src/app/hub/leave-hub.ts'
import { openMembership } from '../../../src/app/hub/open-membership.ts'
import { type SyncedHub, syncHub } from '../../../src/app/hub/sync-hub.ts'
import type { Text } from '../../../src/core/locale.ts'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import { openTestDeps } from '../open-test-deps.ts'

export interface HubSyncHow {
  readonly dryRun?: boolean
  readonly share?: boolean
}

export type HubLearner = ReturnType<typeof openHubLearner>

/** A machine of a learner who was given that token, and types it whenever a hub asks. */
export function openHubLearner(token: string) {
  const first = openTestDeps({})
  const database = join(first.folders.home, 'anneal.db')
  let deps = { ...first }
  const askToken = async () => token
  const waits: (string | undefined)[] = []
  const onWait = (why: Text | undefined) => void waits.push(why?.en)
  return {
    get deps() {
      return deps
    },
    /** Why hubs asked to wait; undefined when they were asked again. */
    waits,
    entries: (): readonly LogEntry[] => [...deps.store.entries()],
    async sync(url: string, { dryRun = false, share }: HubSyncHow = {}): Promise<SyncedHub> {
      const opened = await openMembership(deps, url, { askToken, onWait, dryRun })
      return syncHub(deps, opened, { dryRun, share, onProgress: () => undefined })
    },
    leave: (url: string): Promise<void> => leaveHub(deps, url, { askToken }),
    /** All that it knows now, and how to go back to it. */
    copy(): () => void {
      const db = new Database(database)
      const bytes = db.serialize()
      db.close()
      return () => {
        deps.store.close()
        for (const ending of ['', '-wal', '-shm']) rmSync(`${database}${ending}`, { force: true })
        writeFileSync(database, bytes)
        deps = { ...first, ...first.again() }
      }
    },
  }
}
