import type { Database } from 'better-sqlite3'
import type { Event } from '../../src/core/event.ts'
import { entryOf } from '../../src/core/log-entry.ts'
import { entryRow } from '../../src/store/entry-rows.ts'

/** Holds the log's index, where each row belongs at another place; from the disk it takes ten times as long. */
const CACHE_KB = 1_000_000

/**
 * Writes a whole log into a database that holds none, row by row with its index, as a learner's grew: one that is made of rows that are
 * there is packed full, and almost each answer then splits a page of it.
 */
export function writeLog(db: Database, events: Iterable<Event>, device: string): number {
  db.pragma(`cache_size = -${CACHE_KB}`)
  const write = db.transaction(() => {
    db.prepare('insert into device (id) values (?)').run(device)
    return insertAll(db, events)
  })
  return write()
}

function insertAll(db: Database, events: Iterable<Event>): number {
  const columns = db.prepare<[], string>("select name from pragma_table_info('event')").pluck().all()
  const insert = db.prepare(
    `insert into event (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`,
  )
  let count = 0
  for (const event of events) {
    insert.run(entryRow(entryOf(event)))
    count++
  }
  return count
}
