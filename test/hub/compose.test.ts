import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { findCommand } from '../../src/cli/arguments/find-command.ts'
import { readArguments } from '../../src/cli/arguments/read-arguments.ts'
import { ANNEAL } from '../../src/cli/command-table.ts'
import { prepareHome } from '../cli/prepared-home.ts'
import { startHub } from '../cli/start-hub.ts'
import { startBuilt } from './built-process.ts'
import { freshHubDatabase } from './fresh-database.ts'
import { HAS_POSTGRES } from './postgres.ts'

interface Service {
  readonly image: string
  readonly build?: string
  readonly command?: readonly string[]
  readonly environment?: { readonly [name: string]: string }
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly depends_on?: { readonly [service: string]: unknown }
  readonly volumes?: readonly string[]
}

const compose: { readonly services: { readonly [name: string]: Service }; readonly volumes: object } = parse(
  readFileSync('compose.yaml', 'utf8'),
  { merge: true },
)
const dockerfile = readFileSync('Dockerfile', 'utf8')
const OURS = Object.entries(compose.services).filter(([, { image }]) => image === 'anneal')

test('what compose.yaml runs are commands of this program, on the Postgres beside them', () => {
  expect(OURS.map(([name]) => name)).toEqual(['hub', 'worker'])
  for (const [, { command = [], environment = {}, depends_on = {} }] of OURS) {
    const found = findCommand(ANNEAL, command)
    expect(readArguments(found.command, found.rest).kind).toBe('run')
    const url = new URL(environment['DATABASE_URL']?.replace(/\$\{[^}]*\}/, 'hush') ?? '')
    expect([url.protocol, url.username, url.password]).toEqual(['postgres:', 'anneal', 'hush'])
    expect(Object.keys(compose.services)).toContain(url.hostname)
    expect(Object.keys(depends_on)).toContain(url.hostname)
    expect(compose.services[url.hostname]?.environment).toMatchObject({
      POSTGRES_USER: url.username,
      POSTGRES_DB: url.pathname.slice(1),
    })
  }
})

test('what the Dockerfile copies from here is here, and every volume has its place', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--)(.*) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  )
  expect(copied.length).toBeGreaterThan(3)
  expect(copied.filter((name) => !existsSync(name))).toEqual([])
  expect(dockerfile).toContain('ENTRYPOINT ["node", "bin/anneal"]')
  const [, cmd = ''] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? []
  const found = findCommand(ANNEAL, JSON.parse(cmd))
  expect(readArguments(found.command, found.rest).kind).toBe('run')
  const named = Object.values(compose.services).flatMap(({ volumes = [] }) =>
    volumes.map((v) => v.split(':')[0]),
  )
  expect(named).toEqual(Object.keys(compose.volumes))
})

test.skipIf(!HAS_POSTGRES)(
  'hub and worker start as compose.yaml starts them, and are healthy as it asks',
  async () => {
    const { hub: { command: ofHub = [], healthcheck } = {}, worker: { command: ofWorker = [] } = {} } =
      compose.services
    const root = mkdtempSync(join(tmpdir(), 'anneal-compose-'))
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    const env = { DATABASE_URL: await freshHubDatabase(), ANNEAL_HOME: prepareHome(join(root, 'home')) }
    const hub = await startHub(env, ...ofHub.slice(1))
    const worker = await startBuilt(env, ofWorker)
    expect((await worker.kill('SIGTERM')).status).toBe(0)
    const { port } = new URL(hub.url)
    const [, program = '', ...args] = healthcheck?.test ?? []
    expect(program).toBe('node')
    const ask = (at: string) => execute(args.map((arg) => arg.replace('7433', at)))
    expect(ask(port)).toBe(0)
    expect(ask('1')).toBe(1)
  },
)

function execute(args: readonly string[]): number | null {
  return spawnSync(process.execPath, args, { stdio: 'ignore' }).status
}
