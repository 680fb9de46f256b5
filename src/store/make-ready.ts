import Database from 'better-sqlite3'
import { parseEntry } from '../core/parse-entry.ts'
import { Problem } from '../core/problem.ts'
import { checkCopy, OTHER_BACKUP } from './check-copy.ts'
import { openDatabase } from './open-database.ts'
import { rebuild } from './refold.ts'
import { openTables, type Tables } from './tables.ts'

export type ReadyStage = { readonly kind: 'check' } | { readonly kind: 'log'; readonly percent: number }

/**
 * Makes of a copy of somebody's file what may take our database's place: each entry has been through the
 * door, and every state follows from the log. It counts as a device of its own, for the one that wrote it may
 * have gone on. Returns how many events it holds.
 * @param called what a message calls it
 * @throws Problem
 */
export function makeReady(path: string, called: string, onStage: (stage: ReadyStage) => void): number {
  onStage({ kind: 'check' })
  checkCopy(path, 'integrity_check', called)
  const db = openDatabase(path, { keepsCopy: false })
  try {
    const tables = openTables(db)
    const events = tables.log.count()
    checkEntries(tables, called, percentOf(events, onStage, 0))
    db.transaction(() => rebuild(tables, percentOf(events, onStage, 50)))()
    db.exec('delete from device')
    return events
  } finally {
    db.close()
    asOneFile(path)
  }
}

function checkEntries({ log }: Tables, called: string, onEntry: () => void): void {
  for (const entry of log.entries()) {
    onEntry()
    if (parseEntry(entry).kind === 'refused') throw strangeEntry(called, entry.id)
  }
}

/** Half of the way, from a percentage on; each percent is told once. */
function percentOf(events: number, onStage: (stage: ReadyStage) => void, from: number): () => void {
  let done = 0
  let told = from - 1
  return () => {
    const percent = from + Math.floor((50 * done++) / events)
    if (percent > told) onStage({ kind: 'log', percent })
    told = percent
  }
}

function asOneFile(path: string): void {
  const db = new Database(path)
  db.pragma('journal_mode = delete')
  db.close()
}

function strangeEntry(path: string, id: string): Problem {
  return new Problem(
    {
      en: `${path} has an event that is not as it should be: ${id}.`,
      zh: `${path} 含有不符合要求的记录：${id}。`,
    },
    { remedy: OTHER_BACKUP },
  )
}
