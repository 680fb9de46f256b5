import type { Database } from 'better-sqlite3'
import type { Moment } from '../core/day.ts'
import type { Event, EventBody, EventId } from '../core/event.ts'
import { type EventRow, eventOf, eventRow } from './event-rows.ts'
import { nextEventId } from './next-event-id.ts'

/** The append-only log. `append` belongs inside the transaction that also changes the projections. */
export function createLog(db: Database, newDeviceId: () => string) {
  const selectLast = db.prepare<[], EventId>('select id from event order by id desc limit 1').pluck()
  const selectAll = db.prepare<[], EventRow>('select * from event order by id')
  const selectOne = db.prepare<[EventId], EventRow>('select * from event where id = ?')
  const selectLatestOfCard = db
    .prepare<[string], EventId>(
      `select id from event where subject = ? and kind in ('review', 'suspend', 'bury')
       and not exists (select 1 from event undo where undo.kind = 'undo' and undo.subject = event.id)
       order by id desc limit 1`,
    )
    .pluck()
  const insert = db.prepare<[EventRow]>(
    'insert into event (id, device, kind, at, offset_min, subject, body) values (@id, @device, @kind, @at, @offset_min, @subject, @body)',
  )
  const selectDevice = db.prepare<[], string>('select id from device').pluck()
  const insertDevice = db.prepare<[string]>('insert into device (id) values (?)')

  function device(): string {
    const known = selectDevice.get()
    if (known !== undefined) return known
    const made = newDeviceId()
    insertDevice.run(made)
    return made
  }

  return {
    append: (body: EventBody, now: Moment): Event => {
      const id = nextEventId(selectLast.get(), now.at)
      const event: Event = { ...body, id, device: device(), at: now.at, offsetMin: now.offsetMin }
      insert.run(eventRow(event))
      return event
    },
    all: (): readonly Event[] => selectAll.all().map(eventOf),
    find: (id: EventId): Event | undefined => {
      const row = selectOne.get(id)
      return row && eventOf(row)
    },
    /** The card's latest event that was not undone. */
    latestOfCard: (card: string): EventId | undefined => selectLatestOfCard.get(card),
  }
}
