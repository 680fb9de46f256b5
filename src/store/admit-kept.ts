import type { Database } from 'better-sqlite3'
import { parseEntry } from '../core/parse-entry.ts'
import { type EntryRow, entryOfRow } from './entry-rows.ts'

/** What the newest migration brought within reach: an older program may have kept it unread. */
const NEWLY_UNDERSTOOD = `kind = 'interview' and version = 1 or kind = 'review' and version = 2`

/**
 * Passes what was kept through the door, which has not seen its body; what is not as it should be leaves the log. Returns whether there was
 * any: the states are then to be made anew.
 */
export function admitKept(db: Database): boolean {
  const kept = db.prepare<[], EntryRow>(`select * from event where ${NEWLY_UNDERSTOOD}`).all().map(entryOfRow)
  const refused = kept.filter((entry) => parseEntry(entry).kind === 'refused')
  if (refused.length > 0)
    remove(
      db,
      refused.map(({ id }) => id),
    )
  return kept.length > 0
}

function remove(db: Database, ids: readonly string[]): void {
  const { sql } = db
    .prepare<[], { readonly sql: string }>(`select sql from sqlite_schema where name = 'event_is_kept'`)
    .get() ?? { sql: '' }
  db.exec('drop trigger event_is_kept')
  db.prepare('delete from event where id in (select value from json_each(?))').run(JSON.stringify(ids))
  db.exec(sql)
}
