import pg from 'pg'
import { onTestFinished } from 'vitest'
import { bringUpToDate } from '../../src/hub/database/bring-up-to-date.ts'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import { openBoss } from '../../src/hub/jobs/open-boss.ts'
import { type Postgres, startPostgres } from './postgres.ts'

let shared: Promise<Postgres> | undefined
let made = 0

interface Sort {
  /** To make one writes so many files that it takes longer than most tests. */
  readonly left: string[]
  /** What it holds to begin with. */
  readonly fill: (url: string) => Promise<void>
  readonly clear: string
}

const EMPTY: Sort = {
  left: [],
  fill: async () => undefined,
  clear: 'drop schema if exists pgboss cascade; drop schema public cascade; create schema public',
}

const OF_A_HUB: Sort = { left: [], fill: makeTables, clear: emptyTables() }

/** An empty one for this test, on the server that all test files of this process share. */
export function freshDatabase(): Promise<string> {
  return lend(EMPTY)
}

/** What a hub makes where there is nothing, but for its name and its queues: the tables, empty, which take it longer than most tests. */
export function freshHubDatabase(): Promise<string> {
  return lend(OF_A_HUB)
}

async function lend({ left, fill, clear }: Sort): Promise<string> {
  shared ??= startPostgres()
  const { urlOf } = await shared
  const known = left.pop()
  const name = known ?? (await makeDatabase(urlOf('postgres')))
  if (known === undefined) await fill(urlOf(name))
  // Last of all that the test does when it has finished.
  onTestFinished(async () => void ((await isCleared(urlOf(name), clear)) && left.push(name)))
  return urlOf(name)
}

async function makeTables(url: string): Promise<void> {
  const db = openPostgres(url)
  await bringUpToDate(db)
  const boss = await openBoss(db, { role: 'hub', onTrouble: console.error })
  await boss.stop({ graceful: false })
  await db.query(OF_A_HUB.clear)
  await db.close()
}

/** All but those that name their versions. */
function emptyTables(): string {
  return `do $$ begin execute (
    select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' restart identity' from pg_tables
    where schemaname in ('public', 'pgboss') and tablename not in ('hub_schema', 'version')
  ); end $$`
}

async function makeDatabase(url: string): Promise<string> {
  const name = `test_${++made}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select current_setting('server_version_num')::int >= 150000 quick")
  // Older ones know no other way: this one writes no log of what it copies.
  await client.query(`create database ${name} ${rows[0].quick ? 'strategy file_copy' : ''}`)
  await client.end()
  return name
}

/** Not where a process that was killed still holds some of it. */
async function isCleared(url: string, clear: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set lock_timeout = '1s'")
    await client.query(clear)
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}
