import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type Postgres, startPostgres } from './postgres.ts'

let shared: Promise<Postgres> | undefined
let made = 0
/** To make one writes so many files that it takes longer than most tests. */
const emptied: string[] = []

/** An empty one for this test, on the server that all test files of this process share. */
export async function freshDatabase(): Promise<string> {
  shared ??= startPostgres()
  const { urlOf } = await shared
  const name = emptied.pop() ?? (await makeDatabase(urlOf('postgres')))
  // Last of all that the test does when it has finished.
  onTestFinished(async () => void ((await isEmptied(urlOf(name))) && emptied.push(name)))
  return urlOf(name)
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
async function isEmptied(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set lock_timeout = '1s'")
    await client.query(
      'drop schema if exists pgboss cascade; drop schema public cascade; create schema public',
    )
    return true
  } catch {
    return false
  } finally {
    await client.end()
  }
}
