import { hash } from 'node:crypto'
import Database from 'better-sqlite3'
import type { AnkiNoteRow } from './anki-note-row.ts'
import type { CardSchedule } from './card-schedule.ts'
import { type CollectionPlan, collectionColumns, DEFAULT_DECK } from './collection-columns.ts'
import { INDEXES_11, SCHEMA_11 } from './collection-schema.ts'
import type { NoteType } from './note-types.ts'
import type { ReviewRow } from './review-row.ts'
import { strippedText } from './stripped-text.ts'

export interface CardRow {
  readonly note: number
  readonly deck: string
  readonly ordinal: number
  readonly flag: 0 | 1
  readonly schedule: CardSchedule
}

export type CollectionWriter = ReturnType<typeof createCollection>

/** A collection of Anki in a new file; whole once it is finished. @param path of a file that is not there */
export function createCollection(path: string, plan: CollectionPlan) {
  const db = new Database(path)
  // Nobody reads it before it is whole; a journal on disk could not stand beside a file without a name.
  db.pragma('journal_mode = memory')
  db.pragma('synchronous = off')
  db.exec(SCHEMA_11)
  db.exec('begin')
  const insertNote = db.prepare(
    `insert into notes (id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data)
     values (@id, @guid, @noteType, @mod, -1, @tags, @flds, @sfld, @csum, 0, '')`,
  )
  const insertCard = db.prepare(
    `insert into cards (id, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data)
     values (@id, @note, @did, @ordinal, @mod, -1, @type, @queue, @due, @ivl, @factor, @reps, @lapses, @left, 0, 0, @flag, @data)`,
  )
  const insertReview = db.prepare<[ReviewRow & { readonly card: number }]>(
    `insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
     values (@id, @card, -1, @ease, @ivl, @lastIvl, @factor, @time, @type) on conflict do nothing`,
  )
  const updateInterval = db.prepare<[number, number]>('update revlog set ivl = ? where id = ?')
  const changed = Math.floor(plan.now.at / 1000)
  const noteTypes = new Map<number, NoteType>()
  const decks = new Map([[DEFAULT_DECK.name, DEFAULT_DECK.id]])
  let lastId = plan.now.at - ID_SPAN_MS

  /** With those that it lies in. */
  function deckIdOf(name: string): number {
    const known = decks.get(name)
    if (known !== undefined) return known
    const above = name.slice(0, Math.max(0, name.lastIndexOf('::')))
    if (above !== '') deckIdOf(above)
    decks.set(name, ++lastId)
    return lastId
  }

  return {
    addNoteType: (noteType: NoteType): void => void noteTypes.set(noteType.id, noteType),
    /** Returns its number. */
    addNote: ({ tags, fields, ...note }: AnkiNoteRow): number => {
      const sfld = strippedText(fields[0] ?? '')
      insertNote.run({
        id: ++lastId,
        ...note,
        tags: tagsText(tags),
        flds: fields.join('\x1f'),
        sfld,
        csum: checksum(sfld),
      })
      return lastId
    },
    /** Returns its number. */
    addCard: ({ schedule, deck, ...card }: CardRow): number => {
      const did = deckIdOf(deck)
      insertCard.run({ id: ++lastId, did, mod: changed, ...card, ...schedule })
      return lastId
    },
    /** Returns its number: that of its millisecond, or the next that is free. */
    addReview: (card: number, row: ReviewRow): number => {
      let { id } = row
      while (insertReview.run({ ...row, id, card }).changes === 0) id++
      return id
    },
    /** Of a review whose day was chosen afterwards. */
    setInterval: (review: number, ivl: number): void => void updateInterval.run(ivl, review),
    finish: (): void => {
      const columns = collectionColumns(plan, [...noteTypes.values()], decks)
      db.prepare(
        `insert into col (id, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags)
         values (1, @crt, @mod, @scm, @ver, 0, 0, 0, @conf, @models, @decks, @dconf, '{}')`,
      ).run(columns)
      db.exec('commit')
      db.exec(INDEXES_11)
    },
    /** Of one that is in memory. */
    bytes: (): Buffer => db.serialize(),
    close: (): void => void db.close(),
  }
}

/** Numbers are milliseconds in Anki, which it shows as the time when something was added: they end before now. */
const ID_SPAN_MS = 3_600_000

function tagsText(tags: readonly string[]): string {
  return tags.length === 0 ? '' : ` ${tags.join(' ')} `
}

/** By which Anki finds notes that begin alike. */
function checksum(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 8), 16)
}
