import type { Database } from './database.ts'
import { firstTables } from './migrations/0001-hub.ts'
import { filesOfBlobs } from './migrations/0002-files-of-blobs.ts'
import { teacherTables } from './migrations/0003-teacher.ts'

/** Append only. */
const MIGRATIONS: readonly (readonly string[])[] = [firstTables, filesOfBlobs, teacherTables]

/** Brings the tables to the present form; two hubs that start at once do each step once. */
export async function bringUpToDate(db: Database): Promise<void> {
  await db.query('create table if not exists hub_schema (version integer primary key)')
  for (const [index, statements] of MIGRATIONS.entries()) {
    await db.transaction(async (sql) => {
      // Waits for whoever is at the same step.
      const claimed = await sql.query(
        'insert into hub_schema values ($1) on conflict do nothing returning version',
        [index + 1],
      )
      if (claimed.length === 0) return
      for (const statement of statements) await sql.query(statement)
    })
  }
}
