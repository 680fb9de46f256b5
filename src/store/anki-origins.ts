import type { Database } from 'better-sqlite3'
import type { AnkiNote, AnkiNoteType } from '../core/event.ts'
import type { CardId } from '../core/ids.ts'
import { type EntryRow, eventOfRow } from './entry-rows.ts'
import { STANDS, understood } from './event-conditions.ts'

/** What Anki's notes were, as they last came. */
export function createAnkiOrigins(db: Database) {
  const latest = (kind: 'anki-note' | 'anki-notetype') =>
    db.prepare<[string], EntryRow>(
      `select * from event where subject = ? and ${understood(kind)} and ${STANDS} order by id desc limit 1`,
    )
  const [selectNote, selectType] = [latest('anki-note'), latest('anki-notetype')]
  return {
    /** Of the first note that was made of it. */
    note: (note: CardId): AnkiNote | undefined => {
      const event = eventOfRow(selectNote.get(note))
      return event?.kind === 'anki-note' ? event : undefined
    },
    noteType: (notetype: string): AnkiNoteType | undefined => {
      const event = eventOfRow(selectType.get(notetype))
      return event?.kind === 'anki-notetype' ? event : undefined
    },
  }
}
