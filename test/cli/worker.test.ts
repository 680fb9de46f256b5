import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Grading } from '../../src/core/grading.ts'
import type { Database } from '../../src/hub/database/database.ts'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import { SUBMISSION_REPLY } from '../../src/interop/hub/submission.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { freshDatabase, freshHubDatabase } from '../hub/fresh-database.ts'
import { freshEmbedded } from '../hub/fresh-embedded.ts'
import { letClaimsLapse } from '../hub/let-claims-lapse.ts'
import { HAS_POSTGRES } from '../hub/postgres.ts'
import { brokenPython } from './broken-python.ts'
import { prepareHome } from './prepared-home.ts'
import { startHub } from './start-hub.ts'

drawTests('hub', 'app/hub', 'cli', 'grader/run')

const root = mkdtempSync(join(tmpdir(), 'anneal-worker-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const HOME = { ANNEAL_HOME: prepareHome(join(root, 'home')) }

const DOCUMENTED = readFileSync('docs/json.md', 'utf8')
  .split(/^## /m)
  .find((section) => section.startsWith('`anneal worker'))

const BROKEN = 'export function l2Norm( {'
/** Runs until the judge ends it. */
const ENDLESS = 'export function l2Norm(x) { for (;;); }'

describe.skipIf(!HAS_POSTGRES)('on Postgres', () => {
  test('what a worker was at when it was killed is judged by another, and recorded once', async () => {
    const env = { ...HOME, DATABASE_URL: await freshDatabase() }
    const early = startWorker(env, '--json')
    const ask = await joined(env)
    const { schema, ...begun } = JSON.parse(await early.began)
    expect(begun).toEqual({ jobs: 1, languages: expect.arrayContaining(['js']), database: env.DATABASE_URL })
    for (const name of Object.keys(begun)) expect(DOCUMENTED).toContain(`\`${name}\``)
    const db = openPostgres(env.DATABASE_URL)
    onTestFinished(() => db.close())
    await db.transaction(async (sql) => {
      // Until the end of this it has judged, and not recorded.
      await sql.query('lock table judgement in share mode')
      await ask.send(1, BROKEN)
      await expect.poll(() => waitingToRecord(db)).toHaveLength(1)
      early.process.kill('SIGKILL')
      await early.ended
    })
    await letClaimsLapse(db)
    const late = startWorker(env, '--verbose')
    expect((await ask.grading(1)).verdict.kind).toBe('compile-error')
    expect(await db.query('select worker from judgement')).toEqual([
      { worker: expect.stringMatching(new RegExp(`/${late.process.pid}$`)) },
    ])
    late.process.kill('SIGTERM')
    expect(await late.ended).toEqual({ status: 0, stderr: expect.stringMatching(/^0{25}1 compile-error\n/) })
  })

  test('a language that lacks what exercises need is not judged, and what to do about that is said', async () => {
    const ANNEAL_PYTHON = pythonWithoutNumpy()
    const env = { ...HOME, DATABASE_URL: await freshHubDatabase(), ANNEAL_PYTHON }
    await joined(env)
    const worker = startWorker(env, '--json')
    const { languages } = JSON.parse(await worker.began)
    expect(languages).toContain('ts')
    expect(languages).not.toContain('py')
    worker.process.kill('SIGTERM')
    const [line = ''] = (await worker.ended).stderr.split('\n')
    expect(line.replace(/ \d[\d.]*/, ' 3')).toBe(
      `Python is not judged here: Python 3 (${ANNEAL_PYTHON}) has no numpy, and most exercises need it. Set ANNEAL_PYTHON to one that has it (\`anneal config python --make\` makes one and prints its path), and start again.`,
    )
  })

  test('a language that does not start is not judged, and why is said', async () => {
    const ANNEAL_PYTHON = brokenPython(root)
    const env = { ...HOME, DATABASE_URL: await freshHubDatabase(), ANNEAL_PYTHON }
    await joined(env)
    const worker = startWorker(env, '--json')
    expect(JSON.parse(await worker.began).languages).not.toContain('py')
    worker.process.kill('SIGTERM')
    expect((await worker.ended).stderr).toContain(
      `Python is not judged here: Python does not start (${ANNEAL_PYTHON}): too old. Run anneal doctor`,
    )
  })

  test('a worker that is told to end gives back what takes too long, and is told again to hurry', async () => {
    const env = { ...HOME, DATABASE_URL: await freshHubDatabase() }
    const ask = await joined(env)
    const worker = startWorker(env)
    await worker.began
    await ask.send(1, ENDLESS)
    const db = openPostgres(env.DATABASE_URL)
    onTestFinished(() => db.close())
    await expect.poll(() => statesIn(db), { timeout: 60_000 }).toEqual(['active'])
    worker.process.kill('SIGTERM')
    await worker.told
    worker.process.kill('SIGTERM')
    expect(await worker.ended).toEqual({ status: 0, stderr: expect.stringContaining('ctrl-c again') })
    expect(await statesIn(db)).toEqual(['retry'])
  })
})

test('a hub on the embedded database judges by itself', async () => {
  mkdirSync(join(HOME.ANNEAL_HOME, 'hub'))
  await freshEmbedded(join(HOME.ANNEAL_HOME, 'hub', 'database'))
  const ask = await joined({ ...HOME, DATABASE_URL: '', ANNEAL_PYTHON: pythonWithoutNumpy() })
  await ask.send(1, 'export const l2Norm = (x) => Math.hypot(...x.data)')
  await ask.send(2, 'l2_norm = 1', 'py')
  expect((await ask.grading(1)).verdict.kind).not.toBe('judge-error')
  // Nobody else can.
  expect((await ask.grading(2)).verdict).toMatchObject({
    kind: 'judge-error',
    detail: {
      en: expect.stringMatching(/^The hub cannot judge it: Python .* has no numpy, .* without --hub/),
    },
  })
})

let bare: string | undefined

function pythonWithoutNumpy(): string {
  if (bare === undefined) {
    bare = join(root, 'python-without-packages')
    const python = process.env['ANNEAL_PYTHON'] ?? 'python3'
    expect(spawnSync(python, ['-m', 'venv', '--without-pip', bare]).status).toBe(0)
  }
  return join(bare, 'bin', 'python')
}

test.each([
  ['', 'A worker needs the database of its hub. Set DATABASE_URL'],
  ['mysql://root:hush@localhost/anneal', 'DATABASE_URL is no address of a Postgres.'],
])('DATABASE_URL=%s is told in one line', (DATABASE_URL, line) => {
  const { stderr, status } = spawnSync(process.execPath, [resolve('bin/anneal'), 'worker'], {
    encoding: 'utf8',
    env: { ...process.env, ...HOME, LANG: 'C', DATABASE_URL },
  })
  expect(stderr).toMatch(new RegExp(`^anneal: ${line}.*\n$`))
  expect(stderr).not.toContain('hush')
  expect(status).toBe(2)
})

interface RunningWorker {
  readonly process: ChildProcess
  readonly began: Promise<string>
  /** Something on stderr. */
  readonly told: Promise<unknown>
  readonly ended: Promise<{ readonly status: number | null; readonly stderr: string }>
}

function startWorker(env: NodeJS.ProcessEnv, ...args: readonly string[]): RunningWorker {
  const worker = spawn(process.execPath, [resolve('bin/anneal'), 'worker', ...args], {
    env: { ...process.env, LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void worker.kill('SIGKILL'))
  const stderr = text(worker.stderr)
  const ended = once(worker, 'exit').then(async () => ({ status: worker.exitCode, stderr: await stderr }))
  const told = once(worker.stderr, 'data')
  const endedEarly = ended.then(({ stderr: why }) => Promise.reject(new Error(`The worker ended: ${why}`)))
  // Nobody may be waiting for that any more.
  endedEarly.catch(() => {})
  const began = Promise.race([once(worker.stdout, 'data').then(String), endedEarly])
  return { process: worker, began, told, ended }
}

interface Asking {
  readonly send: (number: number, source: string, language?: 'js' | 'py') => Promise<void>
  readonly grading: (number: number) => Promise<Grading>
}

/** A learner of a hub that runs. */
async function joined(env: NodeJS.ProcessEnv): Promise<Asking> {
  const { url } = await startHub(env)
  const invited = spawnSync(process.execPath, [resolve('bin/anneal'), 'hub', 'invite', 'Ann'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  const headers = { authorization: `Bearer ${invited.stdout.trim()}` }
  const idOf = (number: number) => String(number).padStart(26, '0')
  return {
    async send(number, source, language = 'js') {
      const fileName = `solution.${language}`
      const sent = { id: idOf(number), exercise: 'l2-norm', language, fileName, source }
      const request = { method: 'POST', headers, body: JSON.stringify(sent) }
      expect((await fetch(`${url}/v1/submissions`, request)).status).toBe(200)
    },
    async grading(number) {
      for (;;) {
        const response = await fetch(`${url}/v1/submissions/${idOf(number)}?wait=25`, { headers })
        const reply = v.parse(SUBMISSION_REPLY, await response.json())
        if (reply.kind === 'judged') return reply.grading
      }
    },
  }
}

async function waitingToRecord(db: Database): Promise<readonly object[]> {
  return await db.query(`select pid from pg_locks where relation = 'judgement'::regclass and not granted`)
}

async function statesIn(db: Database): Promise<readonly string[]> {
  const rows = await db.query<{ readonly state: string }>('select state::text from pgboss.job')
  return rows.map(({ state }) => state)
}
