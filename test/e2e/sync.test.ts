import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { CardId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { answer, START } from '../store/study.ts'
import { ANNEAL, HAS_TMUX, openTerminal } from './tmux.ts'

drawTests('app', 'store', 'interop')

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'anneal-sync-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A machine whose learner has answered cards and written a deck. */
function openHome(name: string, answers: number): string {
  const home = folder()
  mkdirSync(join(home, 'decks'))
  writeFileSync(join(home, 'decks', `${name}.md`), `## own/${name}\nQ: Why?\nA: So.\n`)
  const db = openDatabase(join(home, 'anneal.db'))
  // No power cut comes while these are made.
  db.pragma('synchronous = off')
  const store = createStore(db)
  for (let at = 0; at < answers; at++) {
    const card = `${name}/${at % 50}` as CardId
    answer(store, card, at % 5 === 0 ? 'again' : 'good', START + at * 60_000 + name.length)
  }
  store.configure('python', `/only/on/${name}`, { at: START, offsetMin: 0 })
  store.close()
  return home
}

function environment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, ANNEAL_HOME: home, LANG: 'C.UTF-8' }
}

function sync(home: string, shared: string) {
  const { stdout, stderr, status } = spawnSync(ANNEAL[0], [ANNEAL[1], 'sync', shared, '--json'], {
    env: environment(home),
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return JSON.parse(stdout)
}

function seenIn(home: string) {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  const { settings, ...states } = store.projection()
  const entries = [...store.entries()].filter(({ subject }) => subject !== 'python').map(({ id }) => id)
  store.close()
  const decks = globSync('decks/*.md', { cwd: home }).sort()
  const texts = decks.map((name) => readFileSync(join(home, name), 'utf8'))
  return { seen: { ...states, entries, decks, texts }, python: settings.get('python') }
}

describe('three machines, and one of them killed again and again', () => {
  test('end in the same state with all that each had, but for what is of a machine', async () => {
    const shared = folder()
    const homes = [openHome('first', 300), openHome('other', 200), openHome('third', 100)] as const
    const before = homes.map((home) => seenIn(home).seen.entries)
    sync(homes[1], shared)
    for (const afterFiles of [1, 3, 4]) await killOnce(homes[0], shared, afterFiles)
    for (const home of [...homes, ...homes]) sync(home, shared)
    const [first, other, third] = homes.map(seenIn)
    expect(other?.seen).toEqual(first?.seen)
    expect(third?.seen).toEqual(first?.seen)
    expect(first?.seen.entries).toEqual(before.flat().sort())
    expect(first?.seen.decks).toHaveLength(3)
    expect([first, other, third].map((one) => one?.python)).toEqual(
      ['first', 'other', 'third'].map((name) => `/only/on/${name}`),
    )
    for (const home of homes) expect(sync(home, shared).entries).toMatchObject({ taken: 0, written: 0 })
  })

  test('two at once on one machine lose nothing either', async () => {
    const shared = folder()
    const [one, other] = [openHome('first', 300), openHome('other', 300)]
    sync(other, shared)
    const both = [1, 2, 3].map(() => start(one, shared))
    const codes = await Promise.all(both.map(async (running) => (await once(running, 'exit'))[0]))
    expect(codes).toEqual([0, 0, 0])
    for (const home of [other, one, other]) sync(home, shared)
    expect(seenIn(other).seen).toEqual(seenIn(one).seen)
    expect(seenIn(one).seen.entries).toHaveLength(600)
  })
})

/** Kills it once it has written so many files there, or lets it end. */
async function killOnce(home: string, shared: string, files: number): Promise<void> {
  const running = start(home, shared)
  const ended = once(running, 'exit')
  const before = globSync('anneal/devices/*/*', { cwd: shared }).length
  while (running.exitCode === null && running.signalCode === null) {
    if (globSync('anneal/devices/*/*', { cwd: shared }).length >= before + files) running.kill('SIGKILL')
    await Promise.race([ended, new Promise(setImmediate)])
  }
}

function start(home: string, shared: string) {
  return spawn(ANNEAL[0], [ANNEAL[1], 'sync', shared], { env: environment(home), stdio: 'ignore' })
}

test.skipIf(!HAS_TMUX)(
  'a passphrase is asked for twice where it is new, once later, and never shown',
  async () => {
    const [shared, home] = [folder(), openHome('first', 3)]
    const terminal = openTerminal({ home })
    await terminal.run(...ANNEAL, 'sync', shared, '--encrypt')
    await terminal.see('New passphrase for the folder:')
    terminal.type('correct horse\n')
    await terminal.see('The same again:')
    terminal.press('C-c')
    await terminal.see('No passphrase was given. Nothing was changed.')
    expect(globSync('*', { cwd: shared })).toEqual([])
    await terminal.run('clear')
    await terminal.run(...ANNEAL, 'sync', shared, '--encrypt')
    await terminal.see('New passphrase for the folder:')
    terminal.type('correct horse\n')
    await terminal.see('The same again:')
    terminal.type('correct horse\n')
    await terminal.see('(encrypted).')
    await terminal.prompt()
    expect(await terminal.screen()).not.toMatch(/Passphrase of|horse/)
    await terminal.run('clear')
    await terminal.run(...ANNEAL, 'sync')
    await terminal.see('Passphrase of the folder:')
    terminal.type('battery staple\n')
    await terminal.see('That is not the passphrase of')
    await terminal.run('clear')
    await terminal.run(...ANNEAL)
    await terminal.see('Last synchronised within a day')
  },
)
