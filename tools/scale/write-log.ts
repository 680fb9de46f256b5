import type { Database } from 'better-sqlite3'
import type { Event } from '../../src/core/event.ts'
import { entryOf } from '../../src/core/log-entry.ts'
import { entryRow } from '../../src/store/entry-rows.ts'

/** Writes a whole log into a database that holds none. An index is made after the rows: made with them it takes ten times as long. */
export function writeLog(db: Database, events: Iterable<Event>, device: string): number {
  const indexes = indexesOf(db)
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  const write = db.transaction(() => {
    db.prepare('insert into device (id) values (?)').run(device)
    return insertAll(db, events)
  })
  const count = write()
  for (const { sql } of indexes) db.exec(sql)
  return count
}

interface Index {
  readonly name: string
  readonly sql: string
}

function indexesOf(db: Database): readonly Index[] {
  return db
    .prepare<[], Index>(
      "select name, sql from sqlite_schema where type = 'index' and tbl_name = 'event' and sql is not null",
    )
    .all()
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
