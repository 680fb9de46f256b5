import type { Database } from 'better-sqlite3'
import type { Event, EventId } from '../core/event.ts'
import { eventOf, type LogEntry } from '../core/log-entry.ts'
import { type EntryRow, entryOfRow, eventOfRow } from './entry-rows.ts'

/** So many entries are held at once where others are heard in between. */
const PAGE = 500

/** The whole log in order, as it streams. */
export function createLogWalks(db: Database) {
  const selectAll = db.prepare<[], EntryRow>('select * from event order by id')
  const selectUndone = db
    .prepare<[], EventId>(`select subject from event where kind = 'undo' order by subject`)
    .pluck()
  const selectPage = db.prepare<[EventId, number], EntryRow>(
    'select * from event where id > ? order by id limit ?',
  )
  const selectUndoneWithin = db
    .prepare<[EventId, EventId], EventId>(
      `select subject from event where kind = 'undo' and subject between ? and ?`,
    )
    .pluck()

  function* entries(): Generator<LogEntry> {
    for (const row of selectAll.iterate()) yield entryOfRow(row)
  }

  /** Undone ids come in the order of the log, so that none has to be kept. */
  function* standing(onEntry: () => void = () => undefined): Generator<Event> {
    const undone = selectUndone.iterate()
    try {
      let next = undone.next()
      for (const entry of entries()) {
        onEntry()
        while (!next.done && next.value < entry.id) next = undone.next()
        const event = next.value === entry.id ? undefined : eventOf(entry)
        if (event) yield event
      }
    } finally {
      undone.return?.()
    }
  }

  function* standingByPages(): Generator<Event> {
    let page = selectPage.all('', PAGE)
    while (page.length > 0) {
      const last = page.at(-1)?.id ?? ''
      const undone = new Set(selectUndoneWithin.all(page[0]?.id ?? '', last))
      for (const row of page) {
        const event = undone.has(row.id) ? undefined : eventOfRow(row)
        if (event) yield event
      }
      page = selectPage.all(last, PAGE)
    }
  }

  return {
    /** The connection can do nothing else while it is read. */
    entries,
    /** All that this program understands and nobody undid. */
    standing,
    /** The same for whoever does something else in between: the connection is free. */
    standingByPages,
  }
}
