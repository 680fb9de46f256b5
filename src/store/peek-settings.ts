import Database from 'better-sqlite3'

/**
 * How long to wait for a program that is writing: the settings are wanted for an error's language, which can
 * do without.
 */
const BUSY_TIMEOUT_MS = 200

/**
 * The settings of a database, which is neither made nor brought up to date. None where it cannot be read:
 * opening it says why.
 */
export function peekSettings(path: string): ReadonlyMap<string, string> {
  try {
    const db = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    try {
      // Not opened as read-only: that would leave the files of its write-ahead log behind.
      db.pragma('query_only = on')
      const rows = db.prepare<[], readonly [string, string]>('select key, value from setting').raw().all()
      return new Map(rows)
    } finally {
      db.close()
    }
  } catch {
    return new Map()
  }
}
