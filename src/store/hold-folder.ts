import { join } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder } from '../disk/make-folder.ts'
import { explainedTrouble } from './explained-trouble.ts'

/**
 * Keeps a folder for this process alone: by a lock of the system's, which goes with the process, however that ends.
 * Undefined where another process has it, else what lets it go.
 */
export function holdFolder(folder: string): (() => void) | undefined {
  const path = join(folder, 'held')
  try {
    makeFolder(folder, 0o700)
    const held = new Database(path, { timeout: 0 })
    try {
      held.exec('begin exclusive')
      return () => void held.close()
    } catch (error) {
      held.close()
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
      throw error
    }
  } catch (error) {
    throw explainedTrouble(error, path)
  }
}
