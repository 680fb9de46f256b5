import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { temporaryDatabase } from './temporary-database.ts'

function problemOf(run: () => unknown): Problem {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('no Problem was thrown')
}

describe('a database', () => {
  test('is made with its folders, in WAL with full synchronisation', () => {
    const db = openDatabase(temporaryDatabase())
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })

  test('knows every statement of the store, also those that no start needs', () => {
    const path = temporaryDatabase()
    openDatabase(path).close()
    const prepared = new Database(path)
    createStore(prepared).close()
  })

  test('of a newer version is refused and left alone', () => {
    const path = temporaryDatabase()
    const db = openDatabase(path)
    db.pragma('user_version = 99')
    db.close()
    const problem = problemOf(() => openDatabase(path))
    expect(problem.message).toBe(`${path} was written by a newer version of Anneal.`)
    expect(problem.remedy).toBe('Upgrade Anneal, or set ANNEAL_HOME to another folder.')
    const after = new Database(path, { readonly: true })
    expect(after.pragma('user_version', { simple: true })).toBe(99)
    after.close()
  })

  test('of another program is refused and left alone', () => {
    const path = temporaryDatabase()
    mkdirSync(dirname(path), { recursive: true })
    const other = new Database(path)
    other.exec('create table recipe (name text)')
    other.close()
    expect(problemOf(() => openDatabase(path)).message).toBe(`${path} is not a database of Anneal.`)
    const after = new Database(path, { readonly: true })
    expect(after.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(1)
    after.close()
  })

  test('that is no SQLite file is refused with a remedy', () => {
    const path = temporaryDatabase()
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(
      path,
      'not a database, only some text that is long enough to be read as a header'.repeat(20),
    )
    expect(problemOf(() => openDatabase(path)).message).toBe(`${path} is damaged or not a database.`)
  })

  test('below a file instead of a folder is refused with a remedy', () => {
    const path = temporaryDatabase()
    mkdirSync(dirname(dirname(path)), { recursive: true })
    writeFileSync(dirname(path), '')
    expect(problemOf(() => openDatabase(path)).remedy).toBe('Set ANNEAL_HOME to a folder.')
  })
})
