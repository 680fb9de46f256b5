import type { PGlite } from '@electric-sql/pglite'

/** What asks questions in SQL, with `$1 …` for the values. */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/**
 * The database of a hub: a Postgres, or one that this process holds itself. `bigint` comes as a number, for
 * none here is beyond 2^53.
 */
export interface Database extends Sql {
  /** All of it or nothing; another attempt is the caller's. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  readonly engine: Engine
  close(): Promise<void>
}

export type Engine =
  | { readonly kind: 'postgres'; readonly url: string }
  /** In this process alone: nobody else can open its folder meanwhile. */
  | { readonly kind: 'embedded'; readonly folder: string; readonly lite: PGlite }
