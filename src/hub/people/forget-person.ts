import type { Instant } from '../../core/day.ts'
import type { Sql } from '../database/database.ts'

/** What hangs on a person, in the order in which it can go. */
const HELD = ['session', 'progress', 'submission', 'stretch', 'entry'] as const

/** Deletes all that the hub has of them but that they left, lest another of their machines brings it back. */
export async function forgetPerson(sql: Sql, person: string, now: Instant): Promise<void> {
  await dropJobs(sql, person)
  for (const table of HELD) await sql.query(`delete from ${table} where person = $1`, [person])
  await sql.query(
    `update person set name = '', shares = false, entry_bytes = 0, entries = 0, left_at = coalesce(left_at, $2) where id = $1`,
    [person, now],
  )
}

/** Without workers a queue keeps them for long. A hub that has judged nothing yet has none. */
async function dropJobs(sql: Sql, person: string): Promise<void> {
  const [queues] = await sql.query<{ readonly jobs: string | null }>(
    `select to_regclass('pgboss.job')::text jobs`,
  )
  if (!queues?.jobs) return
  await sql.query(
    `delete from pgboss.job where data->>'submission' in (select id from submission where person = $1)`,
    [person],
  )
}
