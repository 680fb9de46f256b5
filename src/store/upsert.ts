import type { Database } from 'better-sqlite3'

/**
 * A statement that writes one whole row by the names of its columns; the first is the key.
 * @param changing what it changes of a row that is there
 */
export function prepareUpsert<Row extends object>(
  db: Database,
  table: string,
  columns: readonly (keyof Row & string)[],
  changing: readonly (keyof Row & string)[] = columns.slice(1),
) {
  const [key] = columns
  const values = columns.map((column) => `@${column}`).join(', ')
  const update = changing.map((column) => `${column} = excluded.${column}`).join(', ')
  return db.prepare<[Row]>(
    `insert into ${table} (${columns.join(', ')}) values (${values}) on conflict (${key}) do update set ${update}`,
  )
}
