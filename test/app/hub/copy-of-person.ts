import type { Database } from '../../../src/hub/database/database.ts'

/** What a hub has of a learner now, and how to go back to it, as whoever restores an old dump does. */
export async function copyOfPerson(db: Database, person: string): Promise<() => Promise<void>> {
  const rowsOf = async (table: string, column: string) => {
    const [found] = await db.query<{ readonly rows: string }>(
      `select coalesce(json_agg(kept), '[]')::text rows from ${table} kept where ${column} = $1`,
      [person],
    )
    // As text: a digest is more than a number of JavaScript holds.
    return found?.rows
  }
  const tables = [
    { table: 'person', column: 'id', rows: await rowsOf('person', 'id') },
    { table: 'entry', column: 'person', rows: await rowsOf('entry', 'person') },
    { table: 'stretch', column: 'person', rows: await rowsOf('stretch', 'person') },
  ]
  return () =>
    db.transaction(async (sql) => {
      for (const { table, column } of tables.toReversed())
        await sql.query(`delete from ${table} where ${column} = $1`, [person])
      for (const { table, rows } of tables)
        await sql.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
          rows,
        ])
    })
}
