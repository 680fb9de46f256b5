import type { Database } from 'better-sqlite3'
import { CARD_KINDS, DONE_KINDS, SCHEDULED_KINDS, STATE_KINDS } from '../core/change-kinds.ts'
import type { Instant, Moment } from '../core/day.ts'
import type { CardEvent, Event, EventBody, EventId } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import { type InterviewRecord, recordOf } from '../core/interview-record.ts'
import { type EventKind, entryOf, eventOf, type LogEntry, versionsOf } from '../core/log-entry.ts'
import { SCOPES } from '../core/scheduling-parameters.ts'
import { type EntryRow, entryOfRow, entryRow } from './entry-rows.ts'
import { firstIdAt, nextEventId } from './next-event-id.ts'

/** An event that no undo names. */
export const STANDS = `not exists (select 1 from event undo where undo.kind = 'undo' and undo.subject = event.id)`

/** An event whose body this program can read. */
export function understood(kind: EventKind): string {
  return `kind = '${kind}' and version in (${versionsOf(kind).join(', ')})`
}

function among(names: readonly string[]): string {
  return `in (${names.map((name) => `'${name}'`).join(', ')})`
}

/** What was done to cards and exercises later than a time. */
const DATED_AFTER = `from event where at > ? and kind ${among(DONE_KINDS)} and ${STANDS}`

/** What changed how memories are scheduled. */
const OF_THE_SCHEDULE = `select * from event where ${STANDS}
  and (subject = 'retention' and kind = 'config' or subject ${among(SCOPES)} and kind = 'parameters')`

/** So many entries are held at once where others are heard in between. */
const PAGE = 500

/** The append-only log. What writes belongs inside the transaction that also changes the projections. */
export function createLog(db: Database, newDeviceId: () => string) {
  const selectLast = db.prepare<[], EventId>('select id from event order by id desc limit 1').pluck()
  const selectCount = db.prepare<[], number>('select count(*) from event').pluck()
  const selectCountAfter = db.prepare<[number], number>(`select count(*) ${DATED_AFTER}`).pluck()
  const selectSubjectsAfter = db.prepare<[number], string>(`select distinct subject ${DATED_AFTER}`).pluck()
  const selectLatestAt = db.prepare<[], number>('select at from event order by id desc limit 1').pluck()
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
  const selectOne = db.prepare<[EventId], EntryRow>('select * from event where id = ?')
  // With the events on which the schedule depends, in the order of the log.
  const selectAbout = db.prepare<[string], EntryRow>(
    `select * from event where subject = ? and kind ${among(STATE_KINDS)} and ${STANDS}
     union all ${OF_THE_SCHEDULE}
     order by id`,
  )
  const selectOfSchedule = db.prepare<[], EntryRow>(`${OF_THE_SCHEDULE} order by id`)
  const selectScheduledAfter = db
    .prepare<[EventId], number>(`select 1 from event where id > ? and kind ${among(SCHEDULED_KINDS)} limit 1`)
    .pluck()
  const selectIsUndone = db
    .prepare<[EventId], number>(`select 1 from event where kind = 'undo' and subject = ? limit 1`)
    .pluck()
  const selectLatestAbout = db
    .prepare<[string], EventId>('select id from event where subject = ? order by id desc limit 1')
    .pluck()
  const selectLatestOfCard = db
    .prepare<[string], EventId>(
      `select id from event where subject = ? and kind ${among(CARD_KINDS)} and ${STANDS}
       order by id desc limit 1`,
    )
    .pluck()
  const selectLatestOwn = db.prepare<[], EntryRow>(
    `select * from event where kind ${among(CARD_KINDS)} and device = (select id from device) and ${STANDS}
     order by id desc limit 1`,
  )
  const selectLatestSetting = db
    .prepare<[string], string>(
      `select body ->> 'value' from event where subject = ? and ${understood('config')} and ${STANDS}
       order by id desc limit 1`,
    )
    .pluck()
  const selectLatestInterview = db.prepare<[string], EntryRow>(
    `select * from event where subject = ? and ${understood('interview')} and ${STANDS} order by id desc limit 1`,
  )
  const selectSince = db.prepare<[EventId], EntryRow>(
    `select * from event where id >= ? and ${understood('review')} and ${STANDS} order by id`,
  )
  const insert = db.prepare<[EntryRow]>(
    `insert into event (id, device, kind, version, at, offset_min, subject, body)
     values (@id, @device, @kind, @version, @at, @offset_min, @subject, @body)`,
  )
  const selectLatestBefore = db
    .prepare<[EventId], EventId>('select id from event where id < ? order by id desc limit 1')
    .pluck()
  const selectReviewedAfter = db
    .prepare<[EventId], CardId>(
      `select subject from event where id > ? and ${understood('review')} and ${STANDS}`,
    )
    .pluck()
  const selectDevice = db.prepare<[], string>('select id from device').pluck()
  const insertDevice = db.prepare<[string]>('insert into device (id) values (?)')

  let hasGrown = false
  let knownDevice: string | undefined
  /** One that is made here is not yet known: its transaction may fail. */
  function device(): string {
    knownDevice ??= selectDevice.get()
    if (knownDevice !== undefined) return knownDevice
    const made = newDeviceId()
    insertDevice.run(made)
    return made
  }

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
      for (const row of page) if (!undone.has(row.id)) yield* understoodOf(row)
      page = selectPage.all(last, PAGE)
    }
  }

  function draft(body: EventBody, now: Moment): Event {
    const id = nextEventId(selectLast.get(), now.at)
    return { ...body, id, device: device(), at: now.at, offsetMin: now.offsetMin }
  }

  function add(entry: LogEntry): void {
    insert.run(entryRow(entry))
    hasGrown = true
  }

  return {
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
    /** In order. The connection can do nothing else while it is read. */
    entries,
    count: (): number => selectCount.get() ?? 0,
    countAfter: (at: Instant): number => selectCountAfter.get(at) ?? 0,
    /** Cards and exercises to which something was done later, as their clocks had it. */
    subjectsAfter: (at: Instant): readonly string[] => selectSubjectsAfter.all(at),
    /** When the last entry was made, by the clock of its device. */
    latestAt: (): Instant | undefined => selectLatestAt.get(),
    find: (id: EventId): LogEntry | undefined => {
      const row = selectOne.get(id)
      return row && entryOfRow(row)
    },
    /** All that this program understands and nobody undid, in order. */
    standing,
    /** The same for whoever does something else in between: the connection is free. */
    standingByPages,
    /** The events of one card or exercise that stand, and those that changed how it is scheduled. */
    standingAbout: (subject: string): readonly Event[] => selectAbout.all(subject).flatMap(understoodOf),
    standingOfSchedule: (): readonly Event[] => selectOfSchedule.all().flatMap(understoodOf),
    isScheduledAfter: (id: EventId): boolean => selectScheduledAfter.get(id) !== undefined,
    latest: (): EventId | undefined => selectLast.get(),
    latestBefore: (id: EventId): EventId | undefined => selectLatestBefore.get(id),
    // SQLite would sort out doubles by walking the whole log in the order of its subjects.
    reviewedAfter: (id: EventId): ReadonlySet<CardId> => new Set(selectReviewedAfter.all(id)),
    isUndone: (id: EventId): boolean => selectIsUndone.get(id) !== undefined,
    /** Of any kind, undone or not. */
    latestAbout: (subject: string): EventId | undefined => selectLatestAbout.get(subject),
    latestOfCard: (card: string): EventId | undefined => selectLatestOfCard.get(card),
    /** What was last done to a card on this device, and stands. */
    latestOwnChange: (): (CardEvent & { readonly id: EventId }) | undefined => {
      const row = selectLatestOwn.get()
      const event = row && eventOf(entryOfRow(row))
      return event && 'card' in event ? event : undefined
    },
    latestInterview: (begun: string): InterviewRecord | undefined => {
      const row = selectLatestInterview.get(begun)
      const event = row && eventOf(entryOfRow(row))
      return event?.kind === 'interview' ? recordOf(event) : undefined
    },
    /** Reviews that stand, made at that time or later. */
    reviewsSince: (at: Instant): readonly (Event & { readonly kind: 'review' })[] =>
      selectSince
        .all(firstIdAt(at))
        .flatMap(understoodOf)
        .filter((event) => event.kind === 'review'),
    latestSetting: (key: string): string | undefined => selectLatestSetting.get(key),
  }
}

function understoodOf(row: EntryRow): readonly Event[] {
  const event = eventOf(entryOfRow(row))
  return event ? [event] : []
}
