import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { freshHubDatabase } from '../hub/fresh-database.ts'
import { HAS_POSTGRES } from '../hub/postgres.ts'
import { prepareHome } from './prepared-home.ts'
import { startHub } from './start-hub.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

const root = mkdtempSync(join(tmpdir(), 'anneal-submit-hub-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Overflows, as the exercise asks it not to. */
const WRONG = 'export const l2Norm = (x) => Math.sqrt(x.data.reduce((sum, one) => sum + one * one, 0))\n'

test.skipIf(!HAS_POSTGRES)(
  'what ctrl-c left at the hub is fetched by the same command, and recorded once',
  async () => {
    const DATABASE_URL = await freshHubDatabase()
    const operator = { ANNEAL_HOME: prepareHome(join(root, 'operator')), DATABASE_URL }
    const { url } = await startHub(operator)
    const token = anneal(operator, 'hub', 'invite', 'Ada').stdout.trim()
    const ada = { ANNEAL_HOME: prepareHome(join(root, 'ada')), ANNEAL_HUB_TOKEN: token }
    expect(anneal(ada, 'sync', url).status).toBe(0)
    const folder = join(ada.ANNEAL_HOME, 'workspace', 'l2-norm')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'l2Norm.js'), WRONG)

    const db = openPostgres(DATABASE_URL)
    onTestFinished(() => db.close())
    const sent = () => db.query('select exercise, waiting from submission')
    const waiting = start(ada, 'submit', 'l2-norm', '--hub')
    await expect.poll(sent).toEqual([{ exercise: 'l2-norm', waiting: true }])
    waiting.process.kill('SIGINT')
    expect(await waiting.ended).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^What has reached the hub stays in its queue: .*--hub again/),
    })

    start(operator, 'worker')
    const { stdout, status } = anneal(ada, 'submit', 'l2-norm', '--hub', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'wrong-answer', schedule: { kind: 'failure' } })
    expect(status).toBe(1)
    expect(await sent()).toEqual([{ exercise: 'l2-norm', waiting: false }])
    expect(anneal(ada, 'submit', 'l2-norm', '--hub').stdout).toContain('✗ Wrong answer')
    expect(await sent()).toHaveLength(2)
  },
)

function anneal(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  return spawnSync(process.execPath, [resolve('bin/anneal'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', ...env },
  })
}

function start(env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const child = spawn(process.execPath, [resolve('bin/anneal'), ...args], {
    env: { ...process.env, LANG: 'C', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const stderr = text(child.stderr)
  const ended = once(child, 'exit').then(async () => ({ status: child.exitCode, stderr: await stderr }))
  return { process: child, ended }
}
