import { randomUUID } from 'node:crypto'
import type { Instant } from '../core/day.ts'
import { bringUpToDate } from './database/bring-up-to-date.ts'
import type { Database } from './database/database.ts'
import type { Journal } from './journal.ts'
import { DEFAULT_QUOTA_BYTES } from './log/push-entries.ts'

/** What every route and job of a hub works on; cli makes it. */
export interface Hub {
  readonly db: Database
  /** Its name, made once and kept in the database: what learners know it by. */
  readonly id: string
  readonly now: () => Instant
  readonly journal: Journal
  /** What one learner's log may come to. */
  readonly quotaBytes: number
}

export async function openHub(
  db: Database,
  now: () => Instant,
  {
    journal = { mistake: console.error },
    quotaBytes = DEFAULT_QUOTA_BYTES,
  }: Partial<Pick<Hub, 'journal' | 'quotaBytes'>> = {},
): Promise<Hub> {
  await bringUpToDate(db)
  return { db, id: await hubId(db, now()), now, journal, quotaBytes }
}

async function hubId(db: Database, now: Instant): Promise<string> {
  await db.query('insert into hub values (true, $1, $2) on conflict do nothing', [randomUUID(), now])
  const [known] = await db.query<{ readonly id: string }>('select id from hub')
  if (known === undefined) throw new Error('the hub has no name')
  return known.id
}
