import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { ulid } from 'ulid'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { streamLog } from '../../src/hub/log/read-entries.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openBreakingProxy } from '../app/hub/breaking-proxy.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { openTestHub } from '../hub/open-test-hub.ts'
import { START } from '../store/study.ts'
import { ANNEAL, HAS_TMUX, openTerminal } from './tmux.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

/** A machine on which so many cards were answered, each hour one. */
function openHome(name: string, answers: number): string {
  const home = mkdtempSync(join(tmpdir(), 'anneal-hub-sync-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  const entries = Array.from({ length: answers }, (_, hour): LogEntry => {
    const at = START + hour * 3_600_000
    const body = { rating: hour % 5 === 0 ? 'again' : 'good', durationMs: 900 }
    return {
      id: ulid(at),
      device: name,
      kind: 'review',
      version: 1,
      at,
      offsetMin: 0,
      subject: `${name}/${hour % 50}`,
      body,
    }
  })
  store.accept(entries, () => undefined)
  store.close()
  return home
}

function start(home: string, token: string, args: readonly string[]) {
  return spawn(ANNEAL[0], [ANNEAL[1], 'sync', ...args], {
    env: { ...process.env, ANNEAL_HOME: home, ANNEAL_HUB_TOKEN: token, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function sync(home: string, token: string, url: string) {
  const running = start(home, token, [url, '--json'])
  const said = await text(running.stdout)
  if (running.exitCode === null) await once(running, 'exit')
  expect(running.exitCode).toBe(0)
  return JSON.parse(said)
}

function idsIn(home: string): readonly string[] {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  expect(store.drifted()).toEqual([])
  const ids = [...store.entries()].map(({ id }) => id)
  store.close()
  return ids
}

async function openCourse() {
  const hub = await openTestHub({ people: { Ann: 'learner' } })
  const proxy = await openBreakingProxy(hub.url)
  const idsThere = async () => {
    const [person] = await hub.hub.db.query<{ readonly id: string }>('select id from person')
    const ids: string[] = []
    for await (const { id } of streamLog(hub.hub.db, person?.id ?? '')) ids.push(id)
    return ids
  }
  return { token: hub.tokens['Ann'] ?? '', proxy, url: proxy.url, idsThere }
}

describe('a machine that is killed in the middle of a sync', () => {
  test('goes on with the next, and nothing is lost or there twice', async () => {
    const { token, proxy, url, idsThere } = await openCourse()
    const [first, other] = [openHome('first', 2100), openHome('other', 2100)]
    const all = [...idsIn(first), ...idsIn(other)].sort()
    await sync(other, token, url)
    for (const requests of [3, 4, 5, 6]) {
      const running = start(first, token, [url])
      const ended = once(running, 'exit')
      const before = proxy.requests()
      while (running.exitCode === null && running.signalCode === null) {
        if (proxy.requests() >= before + requests) running.kill('SIGKILL')
        await Promise.race([ended, new Promise(setImmediate)])
      }
    }
    for (const home of [first, other]) await sync(home, token, url)
    for (const home of [first, other]) expect(idsIn(home)).toEqual(all)
    expect(await idsThere()).toEqual(all)
    for (const home of [first, other])
      expect((await sync(home, token, url)).entries).toMatchObject({ taken: 0, written: 0 })
  })

  test('or twice at once, neither', async () => {
    const { token, url, idsThere } = await openCourse()
    const [one, other] = [openHome('first', 2100), openHome('other', 2100)]
    const all = [...idsIn(one), ...idsIn(other)].sort()
    await sync(other, token, url)
    await Promise.all([1, 2, 3].map(() => sync(one, token, url)))
    await sync(other, token, url)
    for (const home of [one, other]) expect(idsIn(home)).toEqual(all)
    expect(await idsThere()).toEqual(all)
  })
})

test.skipIf(!HAS_TMUX)('a token is asked for once and never shown, and to leave wants a word', async () => {
  const { token, url, idsThere } = await openCourse()
  const terminal = openTerminal({ home: openHome('first', 3) })
  await terminal.run(...ANNEAL, 'sync', url)
  await terminal.see('Your token for')
  terminal.type(`${token}\n`)
  await terminal.see('0 entries taken, 3 sent.')
  await terminal.prompt()
  expect(await terminal.screen()).not.toContain(token.slice(0, 12))
  await terminal.run('clear')
  await terminal.run(...ANNEAL, 'sync', '--share')
  await terminal.see('Your teacher sees how you get on')
  await terminal.run('clear')
  await terminal.run(...ANNEAL, 'sync', '--leave')
  await terminal.see('Type yes to leave it:')
  terminal.type('no\n')
  await terminal.see('Say so with --yes.')
  await terminal.prompt()
  expect(await idsThere()).toHaveLength(4)
  await terminal.run('clear')
  await terminal.run(...ANNEAL, 'sync', '--leave')
  await terminal.see('Type yes to leave it:')
  terminal.type('yes\n')
  await terminal.see('You have left')
  await terminal.prompt()
  expect(await idsThere()).toEqual([])
})
