import type { Database } from 'better-sqlite3'
import type { LogEntry } from '../core/log-entry.ts'
import { STRETCH_LENGTH, type Stretch } from '../core/stretch.ts'
import { type EntryRow, entryOfRow } from './entry-rows.ts'

export interface StretchCount {
  readonly stretch: Stretch
  readonly entries: number
}

/** The log by stretches of time, to be compared with what another has of them. */
export function createLogStretches(db: Database) {
  const count = db.prepare<[], StretchCount>(
    `select substr(id, 1, ${STRETCH_LENGTH}) stretch, count(*) entries from event group by stretch order by stretch`,
  )
  const select = db.prepare<[string, string], EntryRow>(
    'select * from event where id >= ? and id < ? order by id',
  )
  return {
    /** How many entries each has, in order. */
    counts: (): readonly StretchCount[] => count.all(),
    entriesIn: (stretch: Stretch): readonly LogEntry[] =>
      // No character of an id comes behind a tilde.
      select.all(stretch, `${stretch}~`).map(entryOfRow),
  }
}
