import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/**
 * This machine's name in the log. It is asked for each time, as a restore or a sync of another process may give
 * it another. What makes one belongs inside a transaction.
 */
export function createDevice(db: Database) {
  const select = db.prepare<[], string>('select id from device').pluck()
  const remove = db.prepare('delete from device')
  const insert = db.prepare<[string]>('insert into device (id) values (?)')
  function renew(): string {
    const made = randomUUID()
    remove.run()
    insert.run(made)
    return made
  }
  return {
    /** Made where nothing has been recorded yet. */
    name: (): string => select.get() ?? renew(),
    renew,
  }
}
