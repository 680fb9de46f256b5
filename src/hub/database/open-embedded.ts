import { dirname } from 'node:path'
import type { PGlite, Transaction } from '@electric-sql/pglite'
import { makeFolder } from '../../disk/make-folder.ts'
import type { Database, Sql } from './database.ts'

/**
 * A Postgres within this process, for trying a hub out without setting one up. Made where the folder is
 * empty; two processes that open the same one destroy it.
 * @throws ERR_MODULE_NOT_FOUND where it was not installed, as an optional dependency may not be
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const { PGlite, types } = await import('@electric-sql/pglite')
  makeFolder(dirname(folder))
  const lite = await PGlite.create(folder, { parsers: { [types.INT8]: Number } })
  return {
    ...asking(lite),
    engine: { kind: 'embedded', folder, lite },
    transaction: <T>(work: (sql: Sql) => Promise<T>) => lite.transaction((inside) => work(asking(inside))),
    close: () => lite.close(),
  }
}

function asking(lite: PGlite | Transaction): Sql {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await lite.query<Row>(text, [...values])).rows,
  }
}
