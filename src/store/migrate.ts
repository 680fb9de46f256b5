import type { Database } from 'better-sqlite3'
import { Problem } from '../core/problem.ts'
import { admitKept } from './admit-kept.ts'
import { keepBefore } from './keep-before.ts'
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
import { sharedFolders } from './migrations/0014-shared-folders.ts'
import { fileVersions } from './migrations/0015-file-versions.ts'
import { hubs } from './migrations/0016-hubs.ts'
import { courses } from './migrations/0017-courses.ts'
import { importedNotes } from './migrations/0018-imported-notes.ts'
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
  sharedFolders,
  fileVersions,
  hubs,
  courses,
  importedNotes,
]

/** Behind any up to this one the projections are made anew: what later ones added is empty in logs of their time. */
const LAST_OF_OTHER_STATES = 4

/** "anNl", so that another program's file is not taken for ours. */
const APPLICATION_ID = 0x616e4e6c

/** What is told while a database is brought to this version's form. */
export type MigrationStage =
  | { readonly kind: 'copy' }
  | { readonly kind: 'change' }
  | { readonly kind: 'replay'; readonly entries: number }
  | { readonly kind: 'done' }

/**
 * Brings a database to this version's form, all or nothing; one that is older is copied first. The version is
 * read under the write lock: two programs may open a new file at once.
 */
export function migrate(
  db: Database,
  path: string,
  keepsCopy: boolean,
  onStage: (stage: MigrationStage) => void,
): void {
  if (versionOf(db) === MIGRATIONS.length && applicationOf(db) === APPLICATION_ID) return
  if (versionOfOurs(db, path) > 0 && keepsCopy) {
    onStage({ kind: 'copy' })
    keepBefore(db, path, MIGRATIONS.length)
  }
  const run = db.transaction(() => {
    const version = versionOfOurs(db, path)
    if (version > 0) onStage({ kind: 'change' })
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql)
    const wasKept = version > 0 && admitKept(db, version)
    if (version > 0 && (version < LAST_OF_OTHER_STATES || wasKept))
      rebuild(openTables(db), countEntries(onStage))
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  })
  run.immediate()
  onStage({ kind: 'done' })
}

/** Zero where nothing is in it yet. @throws Problem where it is not ours, or newer */
export function versionOfOurs(db: Database, path: string): number {
  const version = versionOf(db)
  const isEmpty = db.prepare('select count(*) from sqlite_schema').pluck().get() === 0
  if (applicationOf(db) !== APPLICATION_ID && !(version === 0 && isEmpty)) throw foreign(path)
  if (version > MIGRATIONS.length) throw newer(path)
  return version
}

/** Makes of an empty database one of that version. */
export function makeFormOf(db: Database, version: number): void {
  for (const sql of MIGRATIONS.slice(0, version)) db.exec(sql)
}

const ENTRIES_A_STAGE = 20_000

function countEntries(onStage: (stage: MigrationStage) => void): () => void {
  let entries = 0
  return () => {
    if (++entries % ENTRIES_A_STAGE === 0) onStage({ kind: 'replay', entries })
  }
}

function foreign(path: string): Problem {
  return new Problem(
    { en: `${path} is not a database of Anneal.`, zh: `${path} 不是 Anneal 的数据库。` },
    {
      remedy: {
        en: 'Move that file away, or set ANNEAL_HOME to another folder.',
        zh: '请移走该文件，或把 ANNEAL_HOME 设为另一个文件夹。',
      },
    },
  )
}

function newer(path: string): Problem {
  return new Problem(
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

function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

function applicationOf(db: Database): number {
  return db.pragma('application_id', { simple: true }) as number
}
