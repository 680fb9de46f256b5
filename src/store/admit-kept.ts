import type { Database } from 'better-sqlite3'
import { parseEntry } from '../core/parse-entry.ts'
import { type EntryRow, entryOfRow } from './entry-rows.ts'

/** What a version brought within reach: a program of one before may have kept it unread. */
const BROUGHT: readonly { readonly version: number; readonly what: string }[] = [
  { version: 8, what: `kind = 'interview' and version = 1 or kind = 'review' and version = 2` },
  { version: 10, what: `kind in ('forget', 'due') and version = 1` },
  { version: 12, what: `kind = 'place' and version = 1` },
  { version: 13, what: `kind in ('memory', 'anki-note', 'anki-notetype') and version = 1` },
  { version: 16, what: `kind in ('consent', 'leave') and version = 1` },
  { version: 18, what: `kind = 'imported-note' and version = 1` },
]

/**
 * Passes what was kept through the door, which has not seen its body; what is not as it should be leaves the
 * log. Returns whether there was any: the states are then to be made anew.
 * @param from the version of the program that kept it
 */
export function admitKept(db: Database, from: number): boolean {
  const brought = BROUGHT.filter(({ version }) => version > from).map(({ what }) => `(${what})`)
  if (brought.length === 0) return false
  const kept = db
    .prepare<[], EntryRow>(`select * from event where ${brought.join(' or ')}`)
    .all()
    .map(entryOfRow)
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
