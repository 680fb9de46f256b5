import type { Database } from 'better-sqlite3'
import type { Moment } from '../core/day.ts'
import type { Event, EventBody, EventId } from '../core/event.ts'
import { entryOf, type LogEntry } from '../core/log-entry.ts'
import { createDevice } from './device.ts'
import { type EntryRow, entryRow } from './entry-rows.ts'
import { nextEventId } from './next-event-id.ts'

/** Where the log grows. What writes belongs inside the transaction that also changes the projections. */
export function createLogEnd(db: Database) {
  const selectLast = db.prepare<[], EventId>('select id from event order by id desc limit 1').pluck()
  const insert = db.prepare<[EntryRow]>(
    `insert into event (id, device, kind, version, at, offset_min, subject, body)
     values (@id, @device, @kind, @version, @at, @offset_min, @subject, @body)`,
  )
  const device = createDevice(db)
  let hasGrown = false

  function draft(body: EventBody, now: Moment): Event {
    const id = nextEventId(selectLast.get(), now.at)
    return { ...body, id, device: device.name(), at: now.at, offsetMin: now.offsetMin }
  }

  function add(entry: LogEntry): void {
    insert.run(entryRow(entry))
    hasGrown = true
  }

  return {
    latest: (): EventId | undefined => selectLast.get(),
    /** The event that is to be appended next. */
    draft,
    append: (body: EventBody, now: Moment): Event => {
      const event = draft(body, now)
      add(entryOf(event))
      return event
    },
    insert: add,
    /** Whether anything was added here, by this process. */
    hasGrown: (): boolean => hasGrown,
  }
}
