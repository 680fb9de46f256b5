import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { freshDatabase, freshHubDatabase } from '../hub/fresh-database.ts'
import { freshEmbedded } from '../hub/fresh-embedded.ts'
import { HAS_POSTGRES } from '../hub/postgres.ts'
import { prepareHome } from './prepared-home.ts'
import { startHub } from './start-hub.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

const root = mkdtempSync(join(tmpdir(), 'anneal-hub-cli-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function anneal(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('bin/anneal'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', ANNEAL_HOME: join(root, 'home'), ...env },
  })
  return { stdout, stderr, status }
}

const DOCUMENTED = readFileSync('docs/json.md', 'utf8')
  .split(/^## /m)
  .find((section) => section.startsWith('`anneal hub'))

/** What it prints, each field of which docs/json.md names. */
function json(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const { schema, ...fields } = JSON.parse(anneal(env, 'hub', ...args, '--json').stdout)
  expect(schema).toBe(1)
  for (const name of Object.keys(fields)) expect(DOCUMENTED).toContain(`\`${name}\``)
  return fields
}

const statusAt = async (url: string, token: string) =>
  (await fetch(`${url}/v1/hub`, { headers: { authorization: `Bearer ${token}` } })).status

test.skipIf(!HAS_POSTGRES)('a hub on Postgres is run, and its people are kept beside it', async () => {
  const env = { DATABASE_URL: await freshDatabase(), ANNEAL_HOME: join(root, 'postgres') }
  const hub = await startHub(env, '--verbose')
  expect(hub.begun).toMatchObject({ schema: 1, database: { kind: 'postgres', name: env.DATABASE_URL } })
  const { token, ...invited } = json(env, 'invite', 'Ann', '--course', 'vision')
  expect(invited).toEqual({ name: 'Ann', role: 'learner', course: 'vision' })
  expect(await statusAt(hub.url, token)).toBe(200)
  const { people } = json(env, 'people')
  expect(people).toEqual([
    { ...invited, shares: false, entries: 0, bytes: 0, seenAt: expect.stringMatching(/Z$/) },
  ])
  for (const name of Object.keys(people[0])) expect(DOCUMENTED).toContain(`\`${name}\``)
  const renewed = json(env, 'token', 'Ann')
  expect(await statusAt(hub.url, token)).toBe(401)
  expect(await statusAt(hub.url, renewed.token)).toBe(200)
  expect(json(env, 'remove', 'Ann', '--yes')).toEqual({ name: 'Ann', course: 'vision' })
  expect(await statusAt(hub.url, renewed.token)).toBe(410)
  const { status, stderr } = await hub.kill('SIGTERM')
  expect(status).toBe(0)
  const lines = stderr.trimEnd().split('\n')
  expect(lines.map((line) => line.replace(/^\S+ (.*) \d+ ms$/, '$1'))).toEqual([
    '200 GET /v1/hub',
    '401 GET /v1/hub',
    '200 GET /v1/hub',
    '410 GET /v1/hub',
  ])
})

test('a hub on the embedded database lets people in while it runs, no second one, and the next after a kill', async () => {
  const env = { DATABASE_URL: '', ANNEAL_HOME: prepareHome(join(root, 'embedded')) }
  const killed = await startHub(env)
  const { token } = json(env, 'invite', 'Ann')
  await killed.kill('SIGKILL')
  const broken = prepareHome(join(root, 'broken'))
  const database = join(broken, 'hub', 'database')
  cpSync(join(root, 'embedded', 'hub', 'database'), database, { recursive: true })
  rmSync(join(database, 'base', '5'), { recursive: true })
  // What it began before it failed must not keep the process.
  const refused = anneal({ ...env, ANNEAL_HOME: broken }, 'hub', '--port', '0')
  expect(refused.stderr).toMatch(
    /^anneal: The embedded database of the hub \(.*hub\) cannot be opened \(.*\)\. Make room .*\n$/,
  )
  expect(refused.status).toBe(2)
  const hub = await startHub(env)
  expect(await statusAt(hub.url, token)).toBe(200)
  expect(anneal(env, 'hub', '--port', '0')).toEqual({
    stdout: '',
    stderr: `anneal: The embedded database of the hub (${join(root, 'embedded', 'hub')}) is in use by another process. End that one first, or set DATABASE_URL to a Postgres, which many can use.\n`,
    status: 2,
  })
  expect(await hub.kill('SIGTERM')).toEqual({ status: 0, stderr: '' })
})

test('a hub that is told to end waits for no tool that it is asking what runs here', async () => {
  const [asked, slow] = [join(root, 'asked'), join(root, 'python')]
  // Says so when the other tools are likely to have answered; it goes with the folder.
  const lines = ['#!/bin/sh', 'sleep 2', `: > ${asked}`, `while [ -e ${asked} ]; do sleep 1; done`, '']
  writeFileSync(slow, lines.join('\n'), { mode: 0o755 })
  const ANNEAL_HOME = prepareHome(join(root, 'slow'))
  mkdirSync(join(ANNEAL_HOME, 'hub'))
  await freshEmbedded(join(ANNEAL_HOME, 'hub', 'database'))
  const hub = await startHub({ DATABASE_URL: '', ANNEAL_HOME, ANNEAL_PYTHON: slow })
  await expect.poll(() => existsSync(asked)).toBe(true)
  expect(await hub.kill('SIGTERM')).toEqual({ status: 0, stderr: '' })
})

describe('in one line is told', () => {
  test.each([
    [
      'mysql://root:hush@localhost/anneal',
      'DATABASE_URL is no address of a Postgres. Write it as postgres://user:password@host/name, with % and two digits for signs in a password.',
    ],
    [
      'postgres://u:hu sh/@[x',
      'DATABASE_URL is no address of a Postgres. Write it as postgres://user:password@host/name, with % and two digits for signs in a password.',
    ],
    [
      'postgres://u:hush@127.0.0.1:1/x',
      'The database of the hub cannot be used (ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1). Start it, and check DATABASE_URL.',
    ],
    [
      'postgres://u:hush@localhost/x?host=/nowhere',
      'The database of the hub cannot be used (ENOENT: connect ENOENT /nowhere/.s.PGSQL.5432). Start it, and check DATABASE_URL.',
    ],
  ])('%s', (DATABASE_URL, line) => {
    for (const words of [['hub'], ['hub', 'people']])
      expect(anneal({ DATABASE_URL }, ...words)).toEqual({
        stdout: '',
        stderr: `anneal: ${line}\n`,
        status: 2,
      })
  })

  test.skipIf(!HAS_POSTGRES)('a database that there is not, and one that is of a newer hub', async () => {
    const url = await freshDatabase()
    const missing = url.replace(/test_\d+/, 'nope')
    expect(anneal({ DATABASE_URL: missing }, 'hub').stderr).toBe(
      'anneal: The database of the hub cannot be used (3D000: database "nope" does not exist). Start it, and check DATABASE_URL.\n',
    )
    const db = openPostgres(url)
    onTestFinished(db.close)
    await db.query('create table hub_schema as select 999 "version"')
    expect(anneal({ DATABASE_URL: url, LANG: 'zh_CN.UTF-8' }, 'hub').stderr).toBe(
      'anneal: 该 hub 的数据库由较新版本的 Anneal 创建。请升级这里的 Anneal，或恢复升级之前的备份。\n',
    )
  })

  test.skipIf(!HAS_POSTGRES)(
    'a port that is taken, an address that is not ours, and a removal that is not confirmed',
    async () => {
      const env = { DATABASE_URL: await freshHubDatabase() }
      const other = createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      onTestFinished(() => void other.close())
      const { port } = other.address() as { port: number }
      expect(anneal(env, 'hub', '--port', String(port)).stderr).toBe(
        `anneal: The hub cannot listen at 127.0.0.1:${port}: another program does. End that one, or choose another port with --port (0: any that is free).\n`,
      )
      expect(anneal(env, 'hub', '--host', '192.0.2.1').stderr).toBe(
        'anneal: The hub cannot listen at 192.0.2.1:7433: this machine does not have that address. Give an address of this machine with --host: 127.0.0.1, or 0.0.0.0 for all.\n',
      )
      expect(anneal(env, 'hub', 'remove', 'Ann').stderr).toBe(
        'anneal: This deletes all that the hub has of "Ann", for good. Say so with --yes.\n',
      )
    },
  )
})
