import type { Database } from 'better-sqlite3'
import { DONE_KINDS, SCHEDULED_KINDS } from '../core/change-kinds.ts'
import type { Instant } from '../core/day.ts'
import type { Event, EventId } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import type { LogEntry } from '../core/log-entry.ts'
import { type EntryRow, entryOfRow, eventsOfRows } from './entry-rows.ts'
import { among, STANDS, understood } from './event-conditions.ts'
import { createLogEnd } from './log-end.ts'
import { createLogSubjects } from './log-subjects.ts'
import { createLogWalks } from './log-walks.ts'
import { firstIdAt } from './next-event-id.ts'

/** What was done to cards and exercises later than a time. */
const DATED_AFTER = `from event where at > ? and kind ${among(DONE_KINDS)} and ${STANDS}`

/** The append-only log. */
export function createLog(db: Database) {
  const selectOne = db.prepare<[EventId], EntryRow>('select * from event where id = ?')
  const selectIsUndone = db
    .prepare<[EventId], number>(`select 1 from event where kind = 'undo' and subject = ? limit 1`)
    .pluck()
  const selectCount = db.prepare<[], number>('select count(*) from event').pluck()
  const selectLatestAt = db.prepare<[], number>('select at from event order by id desc limit 1').pluck()
  const selectCountAfter = db.prepare<[number], number>(`select count(*) ${DATED_AFTER}`).pluck()
  const selectSubjectsAfter = db.prepare<[number], string>(`select distinct subject ${DATED_AFTER}`).pluck()
  const selectLatestBefore = db
    .prepare<[EventId], EventId>('select id from event where id < ? order by id desc limit 1')
    .pluck()
  const selectScheduledAfter = db
    .prepare<[EventId], number>(`select 1 from event where id > ? and kind ${among(SCHEDULED_KINDS)} limit 1`)
    .pluck()
  const selectReviewedAfter = db
    .prepare<[EventId], CardId>(
      `select subject from event where id > ? and ${understood('review')} and ${STANDS}`,
    )
    .pluck()
  const selectSince = db.prepare<[EventId], EntryRow>(
    `select * from event where id >= ? and ${understood('review')} and ${STANDS} order by id`,
  )
  return {
    ...createLogEnd(db),
    ...createLogWalks(db),
    ...createLogSubjects(db),
    find: (id: EventId): LogEntry | undefined => {
      const row = selectOne.get(id)
      return row && entryOfRow(row)
    },
    isUndone: (id: EventId): boolean => selectIsUndone.get(id) !== undefined,
    count: (): number => selectCount.get() ?? 0,
    /** When the last entry was made, by the clock of its device. */
    latestAt: (): Instant | undefined => selectLatestAt.get(),
    countAfter: (at: Instant): number => selectCountAfter.get(at) ?? 0,
    /** Cards and exercises to which something was done later, as their clocks had it. */
    subjectsAfter: (at: Instant): readonly string[] => selectSubjectsAfter.all(at),
    latestBefore: (id: EventId): EventId | undefined => selectLatestBefore.get(id),
    isScheduledAfter: (id: EventId): boolean => selectScheduledAfter.get(id) !== undefined,
    // SQLite would sort out doubles by walking the whole log in the order of its subjects.
    reviewedAfter: (id: EventId): ReadonlySet<CardId> => new Set(selectReviewedAfter.all(id)),
    /** Reviews that stand, made at that time or later. */
    reviewsSince: (at: Instant): readonly (Event & { readonly kind: 'review' })[] =>
      eventsOfRows(selectSince.all(firstIdAt(at))).filter((event) => event.kind === 'review'),
  }
}
