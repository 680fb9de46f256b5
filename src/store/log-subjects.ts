import type { Database } from 'better-sqlite3'
import { CARD_KINDS, STATE_KINDS } from '../core/change-kinds.ts'
import type { CardEvent, Event, EventId } from '../core/event.ts'
import { type InterviewRecord, recordOf } from '../core/interview-record.ts'
import { SCOPES } from '../core/scheduling-parameters.ts'
import { type EntryRow, eventOfRow, eventsOfRows } from './entry-rows.ts'
import { among, STANDS, understood } from './event-conditions.ts'

/** What changed how memories are scheduled. */
const OF_THE_SCHEDULE = `select * from event where ${STANDS}
  and (subject = 'retention' and kind = 'config' or subject ${among(SCOPES)} and kind = 'parameters')`

/** What the log says of one card, exercise, setting or interview. */
export function createLogSubjects(db: Database) {
  // With the events on which the schedule depends, in the order of the log.
  const selectAbout = db.prepare<[string], EntryRow>(
    `select * from event where subject = ? and kind ${among(STATE_KINDS)} and ${STANDS}
     union all ${OF_THE_SCHEDULE}
     order by id`,
  )
  const selectOfSchedule = db.prepare<[], EntryRow>(`${OF_THE_SCHEDULE} order by id`)
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
  return {
    /** The events of one card or exercise that stand, and those that changed how it is scheduled. */
    standingAbout: (subject: string): readonly Event[] => eventsOfRows(selectAbout.all(subject)),
    standingOfSchedule: (): readonly Event[] => eventsOfRows(selectOfSchedule.all()),
    /** Of any kind, undone or not. */
    latestAbout: (subject: string): EventId | undefined => selectLatestAbout.get(subject),
    latestOfCard: (card: string): EventId | undefined => selectLatestOfCard.get(card),
    /** What was last done to a card on this device, and stands. */
    latestOwnChange: (): (CardEvent & { readonly id: EventId }) | undefined => {
      const event = eventOfRow(selectLatestOwn.get())
      return event && 'card' in event ? event : undefined
    },
    latestSetting: (key: string): string | undefined => selectLatestSetting.get(key),
    latestInterview: (begun: string): InterviewRecord | undefined => {
      const event = eventOfRow(selectLatestInterview.get(begun))
      return event?.kind === 'interview' ? recordOf(event) : undefined
    },
  }
}
