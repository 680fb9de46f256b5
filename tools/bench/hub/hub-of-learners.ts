import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadContent } from '../../../src/content/load-content.ts'
import type { Exercise } from '../../../src/core/exercise.ts'
import type { Database } from '../../../src/hub/database/database.ts'
import { openPostgres } from '../../../src/hub/database/open-postgres.ts'
import { openHub } from '../../../src/hub/hub.ts'
import { invite } from '../../../src/hub/people/invite.ts'
import { type BenchLearner, makeLearners } from './bench-learners.ts'
import { type DurablePostgres, openDurablePostgres } from './durable-postgres.ts'
import { type KeptProgram, keepProgram } from './kept-program.ts'

/** A hub as whoever runs one has it, and its learners. */
export interface HubOfLearners {
  readonly url: string
  readonly hub: KeptProgram
  readonly postgres: DurablePostgres
  /** For what is looked up there behind the hub's back. */
  readonly db: Database
  readonly learners: readonly BenchLearner[]
  readonly exercises: readonly Exercise[]
  readonly startWorker: (name: string) => Promise<KeptProgram>
  readonly end: () => Promise<void>
}

export async function openHubOfLearners(count: number, days: number): Promise<HubOfLearners> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-bench-hub-'))
  const postgres = await openDurablePostgres()
  const db = openPostgres(postgres.url)
  const env = { DATABASE_URL: postgres.url, ANNEAL_HOME: join(folder, 'home'), LANG: 'en_US.UTF-8' }
  mkdirSync(env.ANNEAL_HOME)
  const exercises = [...(await loadContent({ builtIn: 'dist' })).exercises.values()]
  const learners = await makeLearners({
    folder,
    tokens: await inviteMany(db, count),
    exercises: exercises.map(({ id }) => id),
    lastDay: Math.floor(Date.now() / 86_400_000) - 1,
    days,
  })
  const port = await freePort()
  const hub = await keepProgram({ name: 'hub', args: ['hub', '--port', `${port}`], env, folder })
  return {
    url: `http://127.0.0.1:${port}`,
    hub,
    postgres,
    db,
    learners,
    exercises,
    startWorker: (name) => keepProgram({ name, args: ['worker'], env, folder }),
    end: async () => {
      await hub.end()
      await db.close()
      await postgres.end()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Their tokens, by name. */
async function inviteMany(db: Database, count: number): Promise<ReadonlyMap<string, string>> {
  const hub = await openHub(db, Date.now)
  const tokens = new Map<string, string>()
  for (let at = 0; at < count; at++) {
    const name = `learner-${at}`
    const { token } = await invite(hub.db, { name, role: 'learner', course: 'bench' }, hub.now())
    tokens.set(name, token)
  }
  return tokens
}

/** The same whenever the hub is started again. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
