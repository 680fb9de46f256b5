import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from '../disk/make-folder.ts'
import { explainedTrouble } from './explained-trouble.ts'
import { type MigrationStage, migrate } from './migrate.ts'
import { prepareByNeed } from './prepare-by-need.ts'

/** How long one process waits for another that is writing. */
const BUSY_TIMEOUT_MS = 10_000

export interface OpenDatabaseOptions {
  /** Whether one of an older version is copied to the backups before it is changed. */
  readonly keepsCopy?: boolean
  readonly onStage?: (stage: MigrationStage) => void
}

/**
 * Opens or creates the database and brings it to this version's form. Throws a Problem when the file is not
 * ours or is newer.
 */
export function openDatabase(
  path: string,
  { keepsCopy = path !== ':memory:', onStage = () => undefined }: OpenDatabaseOptions = {},
): Database.Database {
  const db = connect(path)
  try {
    db.pragma('journal_mode = wal', { simple: true })
    // An answer is acknowledged only when it would survive a power cut.
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    migrate(db, path, keepsCopy, onStage)
    prepareByNeed(db)
    return db
  } catch (error) {
    db.close()
    throw explainedTrouble(error, path)
  }
}

function connect(path: string): Database.Database {
  try {
    if (path !== ':memory:') makeFolder(dirname(path), 0o700)
    return new Database(path, { timeout: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw explainedTrouble(error, path)
  }
}
