import Database from 'better-sqlite3'
import { brokenProblem } from '../../../core/imported/broken-file.ts'

const MOST_TABLES = 200

/**
 * Opens a collection that came from anyone: our own copy of it, in which nothing runs that it brings along.
 * Tables and plain indexes are all that it may have.
 * @throws Problem
 */
export function openCollection(copy: string, path: string): Database.Database {
  const db = new Database(copy)
  try {
    db.pragma('trusted_schema = off')
    db.pragma('cell_size_check = on')
    refuseForeignSchema(db, path)
    withoutUnicase(db)
    db.close()
    return reopened(copy)
  } catch (error) {
    db.close()
    throw asDamaged(path, error)
  }
}

/** What SQLite says of pages that are none. */
export function asDamaged(path: string, error: unknown): unknown {
  const isOfSqlite = error instanceof Database.SqliteError
  return isOfSqlite
    ? brokenProblem(path, { en: 'holds a damaged collection', zh: '中的集合已损坏' }, error)
    : error
}

function reopened(copy: string): Database.Database {
  const db = new Database(copy)
  db.pragma('trusted_schema = off')
  db.pragma('cell_size_check = on')
  db.pragma('journal_mode = off')
  // Anki has both; without them each note would be sought among all.
  db.exec('create index if not exists ix_cards_nid on cards (nid)')
  db.exec('create index if not exists ix_revlog_cid on revlog (cid)')
  return db
}

function refuseForeignSchema(db: Database.Database, path: string): void {
  const rows = db
    .prepare<[], { readonly type: string; readonly sql: string | null }>(
      'select type, sql from sqlite_schema',
    )
    .all()
  const isForeign = ({ type, sql }: (typeof rows)[number]) =>
    !['table', 'index'].includes(type) || /^\s*create\s+virtual|\bgenerated\b|\bas\s*\(/i.test(sql ?? '')
  if (rows.length > MOST_TABLES || rows.some(isForeign)) {
    throw brokenProblem(path, {
      en: 'holds a collection with more than tables in it, as none of Anki has',
      zh: '中的集合含有 Anki 不会有的触发器、视图或虚拟表',
    })
  }
}

/** Anki compares names by a rule of its own that SQLite does not know here; names are not compared here. */
function withoutUnicase(db: Database.Database): void {
  db.pragma('journal_mode = off')
  db.unsafeMode(true)
  db.pragma('writable_schema = on')
  db.exec(
    `update sqlite_schema set sql = replace(sql, 'COLLATE unicase', 'COLLATE nocase') where sql like '%unicase%'`,
  )
  db.exec(
    `update sqlite_schema set sql = replace(sql, 'collate unicase', 'collate nocase') where sql like '%unicase%'`,
  )
  db.pragma('writable_schema = off')
  db.unsafeMode(false)
}
