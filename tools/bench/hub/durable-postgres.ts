import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../../test/hub/postgres.ts'
import { added, familyUsage, NO_USAGE, type Usage } from './process-usage.ts'

export interface DurablePostgres {
  readonly url: string
  readonly restart: () => Promise<void>
  readonly usage: () => Usage
  readonly end: () => Promise<void>
}

/** As somebody would run it: what it acknowledged is on disk. */
const SETTINGS = ['max_connections=100', 'shared_buffers=256MB', 'max_wal_size=1GB']

export async function openDurablePostgres(): Promise<DurablePostgres> {
  const server = await startPostgres({ isDurable: true, settings: SETTINGS })
  const url = server.urlOf('postgres')
  let before = NO_USAGE
  let pid = await pidOf(url)
  const usage = () => added(before, familyUsage(pid))
  return {
    url,
    usage,
    restart: async () => {
      before = usage()
      await server.kill()
      await server.start()
      pid = await pidOf(url)
    },
    end: server.end,
  }
}

async function pidOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('show data_directory')
  await client.end()
  return Number(readFileSync(join(rows[0].data_directory, 'postmaster.pid'), 'utf8').split('\n', 1)[0])
}
