import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backupFolder, backupPlaces, listBackups } from '../../../src/app/backup/kept-backup.ts'
import { type BackupWatch, backUp, backUpTo, wantsBackup } from '../../../src/app/backup/make-backup.ts'
import { changeSetting } from '../../../src/app/change-setting.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { openDatabase } from '../../../src/store/open-database.ts'
import { answer } from '../../store/study.ts'
import { daysLater, openTestDeps } from '../open-test-deps.ts'

const UNWATCHED: BackupWatch = { signal: new AbortController().signal, onProgress: () => undefined }
const CARD = 'adam/a' as CardId

describe('a backup', () => {
  test('holds all that was answered, as one file that only its owner finds', async () => {
    const deps = openTestDeps({})
    const other = deps.again()
    answer(other.store, CARD, 'good', deps.clock.at)
    const { path, events } = await backUp(deps, UNWATCHED)
    expect(path).toBe(join(deps.folders.home, 'backups', '2026-11-24T12-00-00Z.db'))
    expect(statSync(backupFolder(backupPlaces(deps))).mode & 0o777).toBe(0o700)
    expect(readdirSync(backupFolder(backupPlaces(deps)))).toEqual(['2026-11-24T12-00-00Z.db'])
    expect(events).toBe(1)
    const store = createStore(openDatabase(path))
    onTestFinished(() => store.close())
    expect([...store.entries()]).toEqual([...deps.store.entries()])
    expect(store.projection()).toEqual(deps.store.projection())
  })

  test('takes in what is answered while it is made', async () => {
    const deps = openTestDeps({})
    const made = backUp(deps, UNWATCHED)
    answer(deps.store, CARD, 'good', deps.clock.at)
    expect((await made).events).toBe(1)
  })

  test('that is stopped leaves nothing behind', async () => {
    const deps = openTestDeps({})
    const stopping = new AbortController()
    const onProgress = () => stopping.abort()
    for (let card = 0; card < 400; card++)
      answer(deps.store, `adam/${'x'.repeat(250)}${card}` as CardId, 'good', deps.clock.at)
    await expect(backUp(deps, { signal: stopping.signal, onProgress })).rejects.toThrow('aborted')
    expect(readdirSync(backupFolder(backupPlaces(deps)))).toEqual([])
  })

  test('of a damaged database does not count', async () => {
    const deps = openTestDeps({})
    for (let card = 0; card < 400; card++) answer(deps.store, `adam/${card}` as CardId, 'good', deps.clock.at)
    deps.store.close()
    const path = join(deps.folders.home, 'anneal.db')
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xa5, bytes.length >> 1))
    const again = deps.again()
    await expect(backUp(again, UNWATCHED)).rejects.toThrow('is damaged or not a database.')
    expect(readdirSync(deps.folders.backups)).toEqual([])
  })

  test('in a file that is named replaces another only by force', async () => {
    const deps = openTestDeps({})
    const path = join(deps.folders.home, 'mine.db')
    writeFileSync(path, 'mine')
    await expect(backUpTo(deps, path, false, UNWATCHED)).rejects.toThrow(`${path} is there already.`)
    expect(readFileSync(path, 'utf8')).toBe('mine')
    await backUpTo(deps, path, true, UNWATCHED)
    expect(new Database(path, { readonly: true }).pragma('quick_check', { simple: true })).toBe('ok')
    const nowhere = join(deps.folders.home, 'nowhere', 'mine.db')
    await expect(backUpTo(deps, nowhere, false, UNWATCHED)).rejects.toThrow(
      `${nowhere} cannot be written (ENOENT).`,
    )
  })
})

describe('backups that are made by themselves', () => {
  test('are wanted where something is new and the last is older than a day', async () => {
    const deps = openTestDeps({})
    expect(wantsBackup(deps)).toBe(false)
    answer(deps.store, CARD, 'good', deps.clock.at)
    expect(wantsBackup(deps)).toBe(true)
    await backUp(deps, UNWATCHED)
    expect(wantsBackup(deps)).toBe(false)
    daysLater(deps, 1)
    expect(wantsBackup(deps)).toBe(true)
    expect(wantsBackup(deps.again())).toBe(false)
    changeSetting(deps, 'backups', 'off')
    expect(wantsBackup(deps)).toBe(false)
  })

  test('go to the folder of the setting, and too many of them go away', async () => {
    const deps = openTestDeps({})
    changeSetting(deps, 'backups', join(deps.folders.home, 'elsewhere'))
    const own = join(deps.folders.home, 'elsewhere', 'mine.db')
    for (let day = 0; day < 40; day++) {
      await backUp(deps, UNWATCHED)
      if (day === 0) writeFileSync(own, 'not a backup of ours')
      daysLater(deps, 1)
    }
    expect(listBackups(backupPlaces(deps)).map(({ path }) => path.slice(-23, -13))).toEqual([
      ...['2027-01-02', '2027-01-01', '2026-12-31', '2026-12-30', '2026-12-29', '2026-12-28'],
      ...['2026-12-27', '2026-12-20', '2026-12-13', '2026-11-30'],
    ])
    expect(existsSync(own)).toBe(true)
    expect(existsSync(deps.folders.backups)).toBe(false)
  })
})
