import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Database } from '../../../src/hub/database/database.ts'
import { openEmbedded } from '../../../src/hub/database/open-embedded.ts'
import { openPostgres } from '../../../src/hub/database/open-postgres.ts'
import { type BegunHub, type BuiltProcess, startBuilt, startBuiltHub } from '../built-process.ts'
import type { HubEngine } from '../open-test-hub.ts'
import { type Postgres, startPostgres } from '../postgres.ts'

type Victim = 'hub' | 'worker' | 'postgres'

/** A hub and what belongs to it, each a process of the built program, or of Postgres. */
export interface CrashWorld {
  readonly victims: readonly Victim[]
  readonly hubUrl: () => string
  readonly invite: (name: string) => string
  /** Kills it with -9 and starts it again. */
  readonly restart: (victim: Victim) => Promise<void>
  /** When everything is over: what a hub that was killed once more has left. */
  readonly openDatabase: () => Promise<Database>
  readonly end: () => Promise<void>
}

/** @param home the hub's data folder */
export function openCrashWorld(home: string, engine: HubEngine, judges: boolean): Promise<CrashWorld> {
  return engine === 'postgres' ? openOfPostgres(home, judges ? 2 : 0) : openEmbeddedWorld(home)
}

async function openOfPostgres(home: string, workersWanted: number): Promise<CrashWorld> {
  const postgres: Postgres = await startPostgres({ isDurable: true })
  const env = { DATABASE_URL: postgres.urlOf('postgres'), ANNEAL_HOME: home }
  const worker = () => startBuilt<unknown>(env, ['worker'])
  const hub = await openKilledHub(env)
  let workers = await Promise.all(Array.from({ length: workersWanted }, worker))
  return {
    ...hub,
    victims: workersWanted > 0 ? ['hub', 'worker', 'postgres'] : ['hub', 'postgres'],
    async restart(victim) {
      if (victim === 'hub') {
        await hub.restart()
      } else if (victim === 'postgres') {
        await postgres.kill()
        await postgres.start()
      } else {
        const [first, ...others] = workers
        await first?.kill('SIGKILL')
        workers = [...others, await worker()]
      }
    },
    openDatabase: async () => openPostgres(env.DATABASE_URL),
    async end() {
      await Promise.all([hub, ...workers].map(({ kill }) => kill('SIGKILL')))
      await postgres.end()
    },
  }
}

async function openEmbeddedWorld(home: string): Promise<CrashWorld> {
  const hub = await openKilledHub({ DATABASE_URL: '', ANNEAL_HOME: home })
  return {
    ...hub,
    victims: ['hub'],
    async openDatabase() {
      await hub.kill('SIGKILL')
      return openEmbedded(join(home, 'hub', 'database'))
    },
    end: async () => void (await hub.kill('SIGKILL')),
  }
}

async function openKilledHub(env: { readonly DATABASE_URL: string; readonly ANNEAL_HOME: string }) {
  let hub: BuiltProcess<BegunHub> = await startBuiltHub(env)
  return {
    hubUrl: () => hub.begun.url,
    invite(name: string): string {
      const words = [resolve('bin/anneal'), 'hub', 'invite', name]
      return spawnSync(process.execPath, words, {
        env: { ...process.env, ...env },
        encoding: 'utf8',
      }).stdout.trim()
    },
    async restart(): Promise<void> {
      await hub.kill('SIGKILL')
      hub = await startBuiltHub(env)
    },
    kill: (signal: NodeJS.Signals) => hub.kill(signal),
  }
}
