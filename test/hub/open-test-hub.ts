import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import type { Database } from '../../src/hub/database/database.ts'
import { openEmbedded } from '../../src/hub/database/open-embedded.ts'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import type { Env } from '../../src/hub/http/authenticate.ts'
import type { Trust } from '../../src/hub/http/behind-proxy.ts'
import { serveHub } from '../../src/hub/http/serve-hub.ts'
import { type Hub, openHub } from '../../src/hub/hub.ts'
import { type Desk, openDesk } from '../../src/hub/jobs/open-desk.ts'
import { createCourseContent } from '../../src/hub/page/course-content.ts'
import { pageRoutes } from '../../src/hub/page/page-routes.ts'
import { invite } from '../../src/hub/people/invite.ts'
import type { PersonRole } from '../../src/hub/people/person.ts'
import { NOON } from '../app/open-test-deps.ts'
import { freshHubDatabase } from './fresh-database.ts'
import { freshEmbedded } from './fresh-embedded.ts'
import { HAS_POSTGRES } from './postgres.ts'

export interface TestHub {
  readonly hub: Hub
  /** Where it judges. */
  readonly desk: Desk | undefined
  /** Where it listens. */
  readonly url: string
  /** Of each who was invited. */
  readonly tokens: { readonly [name: string]: string }
  readonly clock: { at: number }
  /** What it told whoever runs it. */
  readonly requests: readonly string[]
  readonly mistakes: readonly Error[]
  /** Takes no more requests; when the test ends, it does by itself. */
  readonly close: () => Promise<void>
  /** As `fetch` below its address, with somebody's token. */
  readonly ask: (name: string, path: string, init?: RequestInit) => Promise<Response>
}

interface Wish {
  /** To be invited. */
  readonly people?: { readonly [name: string]: PersonRole }
  readonly engine?: HubEngine
  /** One of Postgres that is there, as in DATABASE_URL. */
  readonly database?: string
  /** Whether it takes submissions. */
  readonly judges?: boolean
  readonly quotaBytes?: number
  /** What those under way when it ends may still take. */
  readonly drainMs?: number
  /** Whether a teacher's browser is served too, and how. */
  readonly pages?: Trust
}

export type HubEngine = Database['engine']['kind']

/** Those that are here, the quick one first: for what differs between them, `describe.each(HUB_ENGINES)`. */
export const HUB_ENGINES: readonly [HubEngine, ...HubEngine[]] = HAS_POSTGRES
  ? ['postgres', 'embedded']
  : ['embedded']

export const HUB_COURSE = 'vision'

/** A hub that listens, on an empty database, with a clock that the test moves; all of it ends with the test. */
export async function openTestHub({
  people = {},
  engine = HUB_ENGINES[0],
  database,
  judges = false,
  quotaBytes,
  drainMs,
  pages,
}: Wish = {}): Promise<TestHub> {
  const db = database === undefined ? await openDatabaseOf(engine) : openPostgres(database)
  const clock = { at: NOON }
  const requests: string[] = []
  const mistakes: Error[] = []
  const hub = await openHub(db, () => clock.at, {
    journal: { request: (line) => requests.push(line), mistake: (error) => mistakes.push(error) },
    ...(quotaBytes !== undefined && { quotaBytes }),
  })
  const desk = judges ? await openDesk(hub) : undefined
  const { address, ...served } = await serveHub(hub, {
    host: '127.0.0.1',
    port: 0,
    ...(desk && { desk }),
    ...(drainMs !== undefined && { drainMs }),
    ...(pages && { ...pages, pages: await teachersPages(hub, pages) }),
  })
  let closed: Promise<void> | undefined
  const close = () => (closed ??= served.close())
  onTestFinished(async () => {
    await close()
    await desk?.close()
    await hub.db.close()
  })
  const url = `http://127.0.0.1:${address.port}`
  const tokens: Record<string, string> = {}
  for (const [name, role] of Object.entries(people)) {
    tokens[name] = (await invite(hub.db, { name, role, course: HUB_COURSE }, clock.at)).token
  }
  return {
    hub,
    desk,
    url,
    tokens,
    clock,
    requests,
    mistakes,
    close,
    ask: (name, path, init = {}) =>
      fetch(new URL(path, url), {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${tokens[name]}` },
      }),
  }
}

/** With what the build made. */
async function teachersPages(hub: Hub, trust: Trust): Promise<Hono<Env>> {
  const { coursePages } = await import('../../src/output/html/course/course-pages.ts')
  const contentOf = createCourseContent(hub, { builtIn: 'dist', cache: scratch() })
  return pageRoutes(hub, { ...trust, pages: coursePages, contentOf, graders: 'dist/graders' })
}

async function openDatabaseOf(engine: HubEngine): Promise<Database> {
  if (engine === 'postgres') return openPostgres(await freshHubDatabase())
  const folder = join(scratch(), 'database')
  await freshEmbedded(folder)
  return await openEmbedded(folder)
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-hub-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
