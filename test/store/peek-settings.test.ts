import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { peekSettings } from '../../src/store/peek-settings.ts'

const NOW = { at: Date.UTC(2026, 10, 24, 12), offsetMin: 0 }

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-peek-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function storeAt(path: string) {
  const store = createStore(openDatabase(path))
  store.configure('locale', 'zh', NOW)
  return store
}

test('the settings are read, beside a program that has the database open and without one', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'anneal.db')
  const store = storeAt(path)
  expect([...peekSettings(path)]).toEqual([['locale', 'zh']])
  store.close()
  expect([...peekSettings(path)]).toEqual([['locale', 'zh']])
  expect(readdirSync(folder)).toEqual(['anneal.db'])
})

test('no database is made, nor one of another program changed', () => {
  const folder = temporaryFolder()
  expect([...peekSettings(join(folder, 'none', 'anneal.db'))]).toEqual([])
  expect([...peekSettings(join(folder, 'anneal.db'))]).toEqual([])
  expect(readdirSync(folder)).toEqual([])
  const path = join(folder, 'other.db')
  const other = new Database(path)
  other.exec('create table setting (name text)')
  other.close()
  expect([...peekSettings(path)]).toEqual([])
  writeFileSync(path, 'no database')
  expect([...peekSettings(path)]).toEqual([])
})

test('a database that is being written without end does not hold up an error', () => {
  const path = join(temporaryFolder(), 'anneal.db')
  const store = storeAt(path)
  store.close()
  const locking = new Database(path)
  onTestFinished(() => void locking.close())
  locking.pragma('journal_mode = delete')
  locking.exec('begin exclusive')
  expect([...peekSettings(path)]).toEqual([])
})
