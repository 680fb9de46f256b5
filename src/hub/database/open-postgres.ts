import pg from 'pg'
import type { Database, Sql } from './database.ts'

const CONNECTIONS = 10
/** So that a database that no longer answers is told, and what waits for it ends. */
const CONNECT_MS = 10_000
const QUERY_MS = 60_000

/** @param url as in DATABASE_URL; also of another engine that speaks the protocol of Postgres */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    types: TYPES,
    application_name: 'anneal',
  })
  // Of an idle connection that broke: the next query gets another one.
  pool.on('error', ignore)
  return {
    ...asking(pool),
    engine: { kind: 'postgres', url },
    async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      const client = await pool.connect()
      // Of a connection that breaks between two queries: the next one says so.
      client.on('error', ignore)
      let isBroken = true
      try {
        await client.query('begin')
        const result = await work(asking(client))
        await client.query('commit')
        isBroken = false
        return result
      } catch (error) {
        isBroken = !(await client.query('rollback').then(
          () => true,
          () => false,
        ))
        throw error
      } finally {
        client.off('error', ignore)
        client.release(isBroken)
      }
    },
    close: () => pool.end(),
  }
}

function ignore(): void {}

function asking(client: pg.Pool | pg.PoolClient): Sql {
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query({ text, values: [...values], ...(values.length > 0 && { name: nameOf(text) }) }))
        .rows as readonly Row[],
  }
}

const names = new Map<string, string>()

/**
 * A statement with a name is parsed and planned once for each connection. Of texts there are as many as the
 * program has.
 */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return name
}

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
