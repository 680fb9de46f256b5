import type { Database } from 'better-sqlite3'

/** A statement that writes one whole row by the names of its columns; the first is the key. */
export function prepareUpsert<Row extends object>(
  db: Database,
  table: string,
  columns: readonly (keyof Row & string)[],
) {
  const [key, ...rest] = columns
  const values = columns.map((column) => `@${column}`).join(', ')
  const update = rest.map((column) => `${column} = excluded.${column}`).join(', ')
  return db.prepare<[Row]>(
    `insert into ${table} (${columns.join(', ')}) values (${values}) on conflict (${key}) do update set ${update}`,
  )
}
