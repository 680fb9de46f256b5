import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { Problem } from '../core/problem.ts'
import { explainedTrouble, isDamage } from './explained-trouble.ts'
import { makeFormOf, versionOfOurs } from './migrate.ts'

/** What a database outside its place holds. */
export interface CopyContents {
  readonly version: number
  readonly events: number
}

/** The quick one does not compare each index with its table. */
export type CopyCheck = 'quick_check' | 'integrity_check'

/**
 * Whether a file is a sound database of this program, of any version so far, in exactly the form that the
 * program gives it: no trigger, view or table of anybody else.
 * @param called what a message calls it
 * @throws Problem
 */
export function checkCopy(path: string, check: CopyCheck, called = path): CopyContents {
  try {
    return contentsOf(path, check, called)
  } catch (error) {
    throw isDamage(error) ? damaged(called) : explainedTrouble(error, called)
  }
}

function contentsOf(path: string, check: CopyCheck, called: string): CopyContents {
  const db = new Database(path, { fileMustExist: true })
  try {
    // Nothing that the schema of a stranger names is run.
    db.pragma('trusted_schema = off')
    // A copy is one file, with none of a log written ahead beside it.
    db.pragma('journal_mode = delete')
    const version = versionOfOurs(db, called)
    if (version === 0 || !isDeepStrictEqual(formOf(db), formOfVersion(version))) throw strange(called)
    if (db.pragma(`${check}(1)`, { simple: true }) !== 'ok') throw damaged(called)
    return { version, events: Number(db.prepare('select count(*) from event').pluck().get()) }
  } finally {
    db.close()
  }
}

function formOfVersion(version: number): readonly string[] {
  const db = new Database(':memory:')
  try {
    makeFormOf(db, version)
    return formOf(db)
  } finally {
    db.close()
  }
}

/** All that the schema says, but where it lies in the file. */
function formOf(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>(`select concat_ws(' ', type, name, tbl_name, sql) from sqlite_schema order by 1`)
    .pluck()
    .all()
}

function strange(path: string): Problem {
  return new Problem(
    {
      en: `${path} has tables, views or triggers that Anneal did not make.`,
      zh: `${path} 含有并非 Anneal 建立的表、视图或触发器。`,
    },
    { remedy: OTHER_BACKUP },
  )
}

function damaged(path: string): Problem {
  return new Problem(
    { en: `${path} is damaged or not a database.`, zh: `${path} 已损坏或不是数据库。` },
    { remedy: OTHER_BACKUP },
  )
}

export const OTHER_BACKUP = {
  en: 'Take another backup: `anneal backup --list`.',
  zh: '请换一个备份：`anneal backup --list`。',
}
