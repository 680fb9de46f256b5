import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Problem } from '../core/problem.ts'
import { init } from './migrations/0001-init.ts'

/** Append only. A migration's number is its position, counted from one. */
const MIGRATIONS: readonly string[] = [init]

/** "anNl", so that another program's file is not taken for ours. */
const APPLICATION_ID = 0x616e4e6c

/** How long one process waits for another that is writing. */
const BUSY_TIMEOUT_MS = 10_000

/** Opens or creates the database and brings it to this version's form. Throws a Problem when the file is not ours or is newer. */
export function openDatabase(path: string): Database.Database {
  const db = connect(path)
  try {
    db.pragma('journal_mode = wal')
    // An answer is acknowledged only when it would survive a power cut.
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    migrate(db, path)
    return db
  } catch (error) {
    db.close()
    throw explained(error, path)
  }
}

function connect(path: string): Database.Database {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return new Database(path, { timeout: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw explained(error, path)
  }
}

/** All or nothing, and the version is read under the write lock: two programs may open a new file at once. */
function migrate(db: Database.Database, path: string): void {
  if (versionOf(db) === MIGRATIONS.length && applicationOf(db) === APPLICATION_ID) return
  const run = db.transaction(() => {
    const version = versionOf(db)
    refuseForeign(db, version, path)
    if (version > MIGRATIONS.length) {
      throw new Problem(`${path} was written by a newer version of Anneal.`, {
        remedy: 'Upgrade Anneal, or set ANNEAL_HOME to another folder.',
      })
    }
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  })
  run.immediate()
}

function refuseForeign(db: Database.Database, version: number, path: string): void {
  const empty = db.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  if (applicationOf(db) === APPLICATION_ID || (version === 0 && empty)) return
  throw new Problem(`${path} is not a database of Anneal.`, {
    remedy: 'Move that file away, or set ANNEAL_HOME to another folder.',
  })
}

function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

function applicationOf(db: Database.Database): number {
  return db.pragma('application_id', { simple: true }) as number
}

const REMEDIES: { readonly [code: string]: readonly [string, string] } = {
  SQLITE_NOTADB: ['is damaged or not a database', 'Restore a copy of it, or move it away to start afresh.'],
  SQLITE_CORRUPT: ['is damaged', 'Restore a copy of it, or move it away to start afresh.'],
  SQLITE_CANTOPEN: ['cannot be opened', 'Check that the folder exists and that you may write there.'],
  SQLITE_READONLY: [
    'may not be written',
    'Give yourself the right to write it, or set ANNEAL_HOME to another folder.',
  ],
  SQLITE_BUSY: ['is locked by another program', 'Close the other program and try again.'],
  EACCES: [
    'may not be written',
    'Give yourself the right to write it, or set ANNEAL_HOME to another folder.',
  ],
  EROFS: ['is on a read-only disk', 'Set ANNEAL_HOME to a folder that can be written.'],
  ENOTDIR: ['lies below a file that is not a folder', 'Set ANNEAL_HOME to a folder.'],
  EEXIST: ['lies below a file that is not a folder', 'Set ANNEAL_HOME to a folder.'],
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = Object.entries(REMEDIES).find(([prefix]) => code.startsWith(prefix))?.[1]
  return known ? new Problem(`${path} ${known[0]}.`, { remedy: known[1], cause: error }) : error
}
