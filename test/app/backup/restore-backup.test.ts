import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { acceptEvents } from '../../../src/app/accept-events.ts'
import { backUp } from '../../../src/app/backup/make-backup.ts'
import { type RestoreStage, restoreBackup } from '../../../src/app/backup/restore-backup.ts'
import { undoLatest } from '../../../src/app/undo-last.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { checkCopy } from '../../../src/store/check-copy.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { answer, START } from '../../store/study.ts'
import { temporaryDatabase } from '../../store/temporary-database.ts'
import { openTestDeps, type TestDeps } from '../open-test-deps.ts'

const UNWATCHED = { signal: new AbortController().signal, onProgress: () => undefined }
const [FIRST, SECOND] = ['adam/a', 'nms/b'] as CardId[]

function study(store: ReturnType<typeof createStore>, card = FIRST as CardId, at = START) {
  return answer(store, card, 'good', at).event
}

function open(path: string) {
  const store = createStore(openDatabase(path))
  onTestFinished(() => store.close())
  return store
}

function restore(from: string, database: string, dryRun = false, onStage = (_: RestoreStage) => {}) {
  const backups = join(dirname(database), 'backups')
  return restoreBackup({ from, database, backups, now: START, dryRun }, onStage)
}

/** A backup with one answer, and a second answer after it. */
async function studied(): Promise<{ deps: TestDeps; from: string; database: string }> {
  const deps = openTestDeps({})
  study(deps.store)
  const { path } = await backUp(deps, UNWATCHED)
  study(deps.store, SECOND, START + 60_000)
  return { deps, from: path, database: join(deps.folders.home, 'anneal.db') }
}

describe('a restore', () => {
  test('brings back what the backup holds, and keeps what was there, what was written ahead included', async () => {
    const { deps, from, database } = await studied()
    const before = [...deps.store.entries()]
    const restored = await restore(from, database)
    expect(restored).toEqual({
      events: 1,
      missing: 1,
      aside: join(deps.folders.backups, 'replaced-2026-11-24T12-00-00Z.db'),
    })
    const store = open(database)
    expect([...store.entries()]).toEqual(before.slice(0, 1))
    expect(store.drifted()).toEqual([])
    expect([...open(restored.aside as string).entries()]).toEqual(before)
  })

  test('twice in a second keeps both that were there', async () => {
    const { from, database } = await studied()
    const { aside } = await restore(from, database)
    const again = await restore(aside as string, database)
    expect(open(database).countEvents()).toBe(2)
    expect(open(aside as string).countEvents()).toBe(2)
    expect(open(again.aside as string).countEvents()).toBe(1)
  })

  test('is seen by a program that has the database open', async () => {
    const { deps, from, database } = await studied()
    await restore(from, database)
    expect(deps.store.countEvents()).toBe(1)
    study(deps.store, SECOND, START + 120_000)
    expect(open(database).countEvents()).toBe(2)
    expect(deps.store.damages()).toEqual([])
    expect(undoLatest(deps)).toMatchObject({ kind: 'review', card: SECOND })
  })

  test('waits for a program that writes', async () => {
    const { from, database } = await studied()
    const other = new Database(database)
    other.exec('begin immediate')
    const stages: string[] = []
    const waiting = restore(from, database, false, ({ kind }) => stages.push(kind))
    for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(new Set(stages)).toEqual(new Set(['check', 'log']))
    other.exec('rollback')
    other.close()
    expect((await waiting).events).toBe(1)
    expect(new Set(stages)).toEqual(new Set(['check', 'log', 'aside', 'copy']))
  })

  test('counts as a device of its own, which takes from others what it has lost', async () => {
    const { deps, from, database } = await studied()
    const all = [...deps.store.entries()]
    await restore(from, database)
    const store = open(database)
    expect(acceptEvents({ store }, all)).toMatchObject({ added: 1, known: 1, refused: 0 })
    const last = study(store, SECOND, START + 240_000)
    const devices = new Set([...store.entries()].map(({ device }) => device))
    expect(devices.size).toBe(2)
    expect([...store.entries()].at(-1)?.id).toBe(last)
    expect(store.drifted()).toEqual([])
  })

  test('that is only tried changes nothing', async () => {
    const { deps, from, database } = await studied()
    expect(await restore(from, database, true)).toEqual({ events: 1, missing: 1, aside: undefined })
    expect(deps.store.countEvents()).toBe(2)
    expect(readdirSync(dirname(database)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('takes the place of what is not there, or cannot be read', async () => {
    const { deps, from, database } = await studied()
    deps.store.close()
    const bytes = Buffer.alloc(9000, 'not a database ')
    writeFileSync(database, bytes)
    const { aside, missing } = await restore(from, database)
    expect(missing).toBe(undefined)
    expect(readFileSync(aside as string)).toEqual(bytes)
    expect(open(database).countEvents()).toBe(1)
    const elsewhere = join(deps.folders.home, 'new', 'anneal.db')
    expect(await restore(from, elsewhere)).toEqual({ events: 1, missing: undefined, aside: undefined })
    expect(open(elsewhere).countEvents()).toBe(1)
  })

  test('of a database whose pages are damaged keeps it as it is', async () => {
    const { deps, from, database } = await studied()
    for (let card = 0; card < 300; card++) study(deps.store, `adam/${card}` as CardId, START + 120_000)
    deps.store.close()
    const bytes = readFileSync(database)
    writeFileSync(database, bytes.fill(0xa5, bytes.length >> 1))
    const { aside } = await restore(from, database)
    expect(existsSync(aside as string)).toBe(true)
    const store = open(database)
    expect(store.countEvents()).toBe(1)
    expect(store.damages()).toEqual([])
  })

  test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
    'brings a backup of version %i to the present form',
    async (version) => {
      const database = temporaryDatabase()
      await restore(`test/store/fixtures/version-${version}.db`, database)
      const store = open(database)
      expect(store.countEvents()).toBeGreaterThan(20)
      expect(store.drifted()).toEqual([])
      expect(existsSync(join(dirname(database), 'backups', 'before-13.db'))).toBe(false)
    },
  )
})

describe('a file that is not to be trusted', () => {
  /** A backup that somebody has changed. */
  async function tampered(change: (db: Database.Database) => void) {
    const { deps, from, database } = await studied()
    const file = join(deps.folders.home, 'given.db')
    copyFileSync(from, file)
    const db = new Database(file)
    db.unsafeMode()
    change(db)
    db.close()
    return { deps, file, database }
  }

  const OTHER = 'has tables, views or triggers that Anneal did not make.'
  test.each<readonly [string, string, (db: Database.Database) => void]>([
    [
      'a trigger',
      OTHER,
      (db) => db.exec(`create trigger evil after insert on event begin delete from setting; end`),
    ],
    ['a view', OTHER, (db) => db.exec('create view evil as select * from event')],
    ['a table of its own', OTHER, (db) => db.exec('create table evil (x)')],
    ['an index on an expression', OTHER, (db) => db.exec('create index evil on event (lower(id))')],
    ['a table less', OTHER, (db) => db.exec('drop table setting')],
    ['a newer version', 'was written by a newer version of Anneal.', (db) => db.pragma('user_version = 99')],
    ['a version of none', OTHER, (db) => db.pragma('user_version = 3')],
    ['no version', OTHER, (db) => db.pragma('user_version = 0')],
    ['another application', 'is not a database of Anneal.', (db) => db.pragma('application_id = 7')],
    [
      'an event that is none',
      'has an event that is not as it should be',
      (db) =>
        db.exec(
          `insert into event values ('01KBX600000000000000000001', 'd', 'review', 1, 5, 0, 'adam/a', '{"rating":"splendid"}')`,
        ),
    ],
    [
      'another schema by hand',
      OTHER,
      (db) => {
        db.pragma('writable_schema = on')
        db.exec(`update sqlite_schema set sql = replace(sql, 'text', 'TEXT') where name = 'setting'`)
      },
    ],
  ])('with %s is refused, and nothing is changed', async (_, message, change) => {
    const { deps, file, database } = await tampered(change)
    await expect(restore(file, database)).rejects.toThrow(message)
    expect(deps.store.countEvents()).toBe(2)
    expect(readdirSync(dirname(database)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('may say of a state what it likes: states follow from its log', async () => {
    const { file, database } = await tampered((db) => db.exec('update card_state set lapses = 77'))
    await restore(file, database)
    const store = open(database)
    expect(store.card(FIRST as CardId).memory).not.toMatchObject({ lapses: 77 })
    expect(store.drifted()).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('that may not be read is told by its name', async () => {
    const { from, database } = await studied()
    chmodSync(from, 0)
    await expect(restore(from, database)).rejects.toThrow(`${from} cannot be read (EACCES).`)
  })

  test('that is damaged, cut off, none, a folder or the database itself is refused', async () => {
    const { deps, from, database } = await studied()
    const file = join(deps.folders.home, 'given.db')
    const bytes = readFileSync(from)
    const given = (content: Uint8Array) => {
      writeFileSync(file, content)
      return restore(file, database)
    }
    await expect(given(bytes.subarray(0, bytes.length >> 1))).rejects.toThrow(`${file} is damaged`)
    await expect(given(Buffer.alloc(9000, 'text '))).rejects.toThrow(`${file} is damaged or not a database.`)
    await expect(given(Buffer.alloc(0))).rejects.toThrow(OTHER)
    rmSync(file)
    await expect(restore(file, database)).rejects.toThrow(`There is no file ${file}.`)
    mkdirSync(file)
    await expect(restore(file, database)).rejects.toThrow(`${file} is not a file.`)
    await expect(restore(database, database)).rejects.toThrow(`${database} is the database itself.`)
    expect(deps.store.countEvents()).toBe(2)
    expect(checkCopy(from, 'integrity_check').events).toBe(1)
  })
})
