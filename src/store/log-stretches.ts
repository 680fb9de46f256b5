import type { Database } from 'better-sqlite3'
import type { EventId } from '../core/event.ts'
import type { LogEntry } from '../core/log-entry.ts'
import { STRETCH_LENGTH, type Stretch } from '../core/stretch.ts'
import { type EntryRow, entryOfRow } from './entry-rows.ts'

export interface StretchCount {
  readonly stretch: Stretch
  readonly entries: number
}

/** Enough of an entry to know whether it travels. */
export type EntryHead = Pick<LogEntry, 'id' | 'kind' | 'subject'>

/** The log by stretches of time, to be compared with what another has of them. */
export function createLogStretches(db: Database) {
  const count = db.prepare<[], StretchCount>(
    `select substr(id, 1, ${STRETCH_LENGTH}) stretch, count(*) entries from event group by stretch order by stretch`,
  )
  const select = db.prepare<[string, string], EntryRow>(
    'select * from event where id >= ? and id < ? order by id',
  )
  const selectHeads = db.prepare<[string, string, string, number], EntryHead>(
    `select id, kind, subject from event where id > ? and id < ?
     and substr(id, 1, ${STRETCH_LENGTH}) in (select value from json_each(?)) order by id limit ?`,
  )
  return {
    /** How many entries each has, in order. */
    counts: (): readonly StretchCount[] => count.all(),
    /** What of some stretches stands behind `after`: in order, so many at most. */
    heads: (stretches: readonly Stretch[], after: EventId, most: number): readonly EntryHead[] => {
      const sorted = stretches.toSorted()
      const [first = '', last = ''] = [sorted[0], sorted.at(-1)]
      // One bound below: of two SQLite may take the one from which it reads the whole log.
      return selectHeads.all(after > first ? after : first, end(last), JSON.stringify(sorted), most)
    },
    entriesIn: (stretch: Stretch): readonly LogEntry[] => select.all(stretch, end(stretch)).map(entryOfRow),
  }
}

/** No character of an id comes behind a tilde. */
function end(stretch: Stretch): string {
  return `${stretch}~`
}
