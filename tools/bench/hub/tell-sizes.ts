import type { Sql } from '../../../src/hub/database/database.ts'

/** What the database takes for each entry. */
export async function tellSizes(sql: Sql): Promise<void> {
  await sql.query('vacuum analyze')
  const [row] = await sql.query<{ readonly [name: string]: number }>(
    `select (select count(*) from entry)::integer entries,
       (select sum(octet_length(body)) from entry)::integer bodies,
       pg_table_size('entry')::integer rows, pg_indexes_size('entry')::integer keys,
       pg_total_relation_size('stretch')::integer stretches`,
  )
  const { entries = 0, ...sizes } = row ?? {}
  const each = Object.entries(sizes).map(([name, bytes]) => `${name} ${(bytes / entries).toFixed(0)}`)
  console.log(`\n${entries} entries; bytes of each: ${each.join(', ')}`)
}
