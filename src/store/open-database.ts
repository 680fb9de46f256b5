import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { admitKept } from './admit-kept.ts'
import { init } from './migrations/0001-init.ts'
import { agenda } from './migrations/0002-agenda.ts'
import { factsOnly } from './migrations/0003-facts-only.ts'
import { parameters } from './migrations/0004-parameters.ts'
import { narrowScans } from './migrations/0005-narrow-scans.ts'
import { recalls } from './migrations/0006-recalls.ts'
import { marked } from './migrations/0007-marked.ts'
import { interviews } from './migrations/0008-interviews.ts'
import { fewerIndexes } from './migrations/0009-fewer-indexes.ts'
import { forgetAndDue } from './migrations/0010-forget-and-due.ts'
import { calibration } from './migrations/0011-calibration.ts'
import { placements } from './migrations/0012-placements.ts'
import { imports } from './migrations/0013-imports.ts'
import { prepareByNeed } from './prepare-by-need.ts'
import { rebuild } from './refold.ts'
import { openTables } from './tables.ts'

/** Append only. A migration's number is its position, counted from one. */
const MIGRATIONS: readonly string[] = [
  init,
  agenda,
  factsOnly,
  parameters,
  narrowScans,
  recalls,
  marked,
  interviews,
  fewerIndexes,
  forgetAndDue,
  calibration,
  placements,
  imports,
]

/** Behind any up to this one the projections are made anew: what later ones added is empty in logs of their time. */
const LAST_OF_OTHER_STATES = 4

/** "anNl", so that another program's file is not taken for ours. */
const APPLICATION_ID = 0x616e4e6c

/** How long one process waits for another that is writing. */
const BUSY_TIMEOUT_MS = 10_000

/** Opens or creates the database and brings it to this version's form. Throws a Problem when the file is not ours or is newer. */
export function openDatabase(path: string): Database.Database {
  const db = connect(path)
  try {
    db.pragma('journal_mode = wal', { simple: true })
    // An answer is acknowledged only when it would survive a power cut.
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    migrate(db, path)
    prepareByNeed(db)
    return db
  } catch (error) {
    db.close()
    throw explained(error, path)
  }
}

function connect(path: string): Database.Database {
  try {
    if (path !== ':memory:') makeFolder(dirname(path), 0o700)
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
      throw new Problem(
        {
          en: `${path} was written by a newer version of Anneal.`,
          zh: `${path} 由较新版本的 Anneal 写入。`,
        },
        {
          remedy: {
            en: 'Upgrade Anneal, or set ANNEAL_HOME to another folder.',
            zh: '请升级 Anneal，或把 ANNEAL_HOME 设为另一个文件夹。',
          },
        },
      )
    }
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql)
    const wasKept = version > 0 && admitKept(db, version)
    if (version > 0 && (version < LAST_OF_OTHER_STATES || wasKept)) rebuild(openTables(db))
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  })
  run.immediate()
}

function refuseForeign(db: Database.Database, version: number, path: string): void {
  const empty = db.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  if (applicationOf(db) === APPLICATION_ID || (version === 0 && empty)) return
  throw new Problem(
    { en: `${path} is not a database of Anneal.`, zh: `${path} 不是 Anneal 的数据库。` },
    {
      remedy: {
        en: 'Move that file away, or set ANNEAL_HOME to another folder.',
        zh: '请移走该文件，或把 ANNEAL_HOME 设为另一个文件夹。',
      },
    },
  )
}

function versionOf(db: Database.Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

function applicationOf(db: Database.Database): number {
  return db.pragma('application_id', { simple: true }) as number
}

interface Trouble {
  readonly is: Text
  readonly remedy: Text
}

const RESTORE: Text = {
  en: 'Restore a copy of it, or move it away to start afresh.',
  zh: '请恢复备份，或移走它重新开始。',
}
const UNWRITABLE: Trouble = {
  is: { en: 'may not be written', zh: '没有写入权限' },
  remedy: {
    en: 'Give yourself the right to write it, or set ANNEAL_HOME to another folder.',
    zh: '请取得写权限，或把 ANNEAL_HOME 设为另一个文件夹。',
  },
}
const BELOW_A_FILE: Trouble = {
  is: { en: 'lies below a file that is not a folder', zh: '的上级路径是文件，不是文件夹' },
  remedy: { en: 'Set ANNEAL_HOME to a folder.', zh: '请把 ANNEAL_HOME 设为文件夹。' },
}

const FULL: Trouble = {
  is: { en: 'lies on a disk that is full', zh: '所在的磁盘已满' },
  remedy: { en: 'Make room there.', zh: '请腾出空间。' },
}
const UNMADE: Trouble = {
  is: { en: 'lies in a folder that cannot be made', zh: '所在的文件夹无法创建' },
  remedy: {
    en: 'Set ANNEAL_HOME to a folder that can be written.',
    zh: '请把 ANNEAL_HOME 设为可写的文件夹。',
  },
}

const TROUBLES: { readonly [code: string]: Trouble } = {
  SQLITE_NOTADB: {
    is: { en: 'is damaged or not a database', zh: '已损坏或不是数据库' },
    remedy: RESTORE,
  },
  SQLITE_CORRUPT: { is: { en: 'is damaged', zh: '已损坏' }, remedy: RESTORE },
  SQLITE_CANTOPEN: {
    is: { en: 'cannot be opened', zh: '无法打开' },
    remedy: {
      en: 'Check that the folder exists and that you may write there.',
      zh: '请检查文件夹是否存在、是否可写。',
    },
  },
  SQLITE_READONLY: UNWRITABLE,
  SQLITE_BUSY: {
    is: { en: 'is locked by another program', zh: '被另一个程序锁定' },
    remedy: { en: 'Close the other program and try again.', zh: '请关闭那个程序后再试。' },
  },
  SQLITE_FULL: FULL,
  ENOSPC: FULL,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: {
    is: { en: 'is on a read-only disk', zh: '位于只读磁盘' },
    remedy: {
      en: 'Set ANNEAL_HOME to a folder that can be written.',
      zh: '请把 ANNEAL_HOME 设为可写的文件夹。',
    },
  },
  ENOENT: UNMADE,
  ENOTDIR: BELOW_A_FILE,
  EEXIST: BELOW_A_FILE,
}

function explained(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = Object.entries(TROUBLES).find(([prefix]) => code.startsWith(prefix))?.[1]
  // Whatever else the system says, such as that a name is too long.
  const trouble = known ?? (error instanceof Error && 'syscall' in error ? UNMADE : undefined)
  if (trouble === undefined) return error
  const { is, remedy } = trouble
  return new Problem({ en: `${path} ${is.en}.`, zh: `${path} ${is.zh}。` }, { remedy, cause: error })
}
