import { accessSync, constants, copyFileSync, existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { unreadableFile } from '../core/imported/broken-file.ts'
import { Problem } from '../core/problem.ts'
import { isSystemError } from '../core/system-error.ts'
import { beginDraft, type Draft, syncFolder } from '../disk/begin-draft.ts'
import { makeFolder } from '../disk/make-folder.ts'
import { statOf } from '../disk/stat-of.ts'
import { copyOver, type OverStage } from './copy-over.ts'
import { explainedTrouble, isDamage } from './explained-trouble.ts'
import { makeReady, type ReadyStage } from './make-ready.ts'

export interface Restored {
  readonly events: number
  /**
   * How many that are in the present database are not in the other. Undefined where the present one cannot be
   * read, or is not there.
   */
  readonly missing: number | undefined
  /** Where the present one is then. */
  readonly aside: string | undefined
}

export type RestoreStage = ReadyStage | OverStage

export interface RestoreOptions {
  /** What becomes of the present database. */
  readonly aside: string
  /** Only says what would come of it. */
  readonly dryRun: boolean
  readonly onStage: (stage: RestoreStage) => void
}

/**
 * Lets a database be what another file holds, after all of that is checked. All or nothing, whenever it is
 * killed; programs that have the database open go on with what was restored.
 * @throws Problem
 */
export async function restoreDatabase(from: string, to: string, options: RestoreOptions): Promise<Restored> {
  refuseIrregular(from, to)
  try {
    makeFolder(dirname(to), 0o700)
    const draft = beginDraft(to)
    try {
      return await restore(from, to, draft, options)
    } finally {
      draft.discard()
    }
  } catch (error) {
    throw explainedTrouble(error, to)
  }
}

async function restore(from: string, to: string, draft: Draft, options: RestoreOptions): Promise<Restored> {
  copyReadable(from, draft.path)
  // A database that was copied while it was in use has its last answers there.
  if (existsSync(`${from}-wal`)) copyReadable(`${from}-wal`, `${draft.path}-wal`)
  const events = makeReady(draft.path, from, options.onStage)
  const missing = countMissing(to, draft.path)
  if (options.dryRun) return { events, missing, aside: undefined }
  makeFolder(dirname(options.aside), 0o700)
  if (existsSync(to)) await putInPlace(draft, to, options)
  else placeAnew(draft, to, options.aside)
  return { events, missing, aside: existsSync(options.aside) ? options.aside : undefined }
}

/** What cannot be read is told by its own name: that nothing could be written would be said of our database. */
function copyReadable(from: string, to: string): void {
  try {
    accessSync(from, constants.R_OK)
  } catch (error) {
    throw isSystemError(error) ? unreadableFile(from, error.code) : error
  }
  copyFileSync(from, to)
}

async function putInPlace(draft: Draft, to: string, { aside, onStage }: RestoreOptions): Promise<void> {
  try {
    await copyOver(draft.path, to, aside, onStage)
  } catch (error) {
    if (!isDamage(error)) throw error
    placeAnew(draft, to, aside)
  }
}

/** Where nobody has it open: it is not there, or cannot be opened. */
function placeAnew(draft: Draft, to: string, aside: string): void {
  moveAside(to, aside)
  draft.place({ replaces: false })
}

/** First what was written ahead: behind another database it would be taken for that one's. */
function moveAside(path: string, aside: string): void {
  for (const behind of ['-wal', '-journal', '']) {
    if (existsSync(path + behind)) renameSync(path + behind, aside + behind)
  }
  syncFolder(dirname(path))
  syncFolder(dirname(aside))
}

function countMissing(present: string, draft: string): number | undefined {
  if (!existsSync(present)) return undefined
  try {
    const db = new Database(present, { readonly: true })
    try {
      db.prepare('attach ? as other').run(draft)
      const count = db.prepare('select count(*) from main.event where id not in (select id from other.event)')
      return Number(count.pluck().get())
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}

function refuseIrregular(from: string, to: string): void {
  const stats = statOf(from)
  if (stats === undefined) throw notThere(from)
  const present = statOf(to)
  if (stats.ino === present?.ino && stats.dev === present.dev) throw isItself(from)
  if (!stats.isFile()) throw noFile(from)
}

function notThere(path: string): Problem {
  return new Problem({ en: `There is no file ${path}.`, zh: `没有文件 ${path}。` }, { remedy: LIST })
}

function noFile(path: string): Problem {
  return new Problem({ en: `${path} is not a file.`, zh: `${path} 不是普通文件。` }, { remedy: LIST })
}

function isItself(path: string): Problem {
  return new Problem(
    { en: `${path} is the database itself.`, zh: `${path} 就是当前的数据库。` },
    { remedy: LIST },
  )
}

const LIST = {
  en: 'Name a backup: `anneal backup --list`.',
  zh: '请给出一个备份：`anneal backup --list`。',
}
