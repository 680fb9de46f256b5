import type { ListedDeck, NoteCards } from '../../core/card.ts'
import { flagOf } from '../../core/card-flag.ts'
import { UNSEEN_CARD } from '../../core/card-state.ts'
import { studyDayOf } from '../../core/day.ts'
import type { CardId } from '../../core/ids.ts'
import { notesOf } from '../../core/notes-of.ts'
import type { CardStates } from '../../core/packed-cards.ts'
import { statOf } from '../../disk/stat-of.ts'
import { type AnkiNoteRow, ankiNoteRow, type NoteWriting } from '../../interop/anki/anki-note-row.ts'
import { scheduleOf } from '../../interop/anki/card-schedule.ts'
import type { CollectionPlan } from '../../interop/anki/collection-columns.ts'
import { ankiDeckName } from '../../interop/anki/deck-name.ts'
import { keptNoteRow, keptNoteType, mediaNamesIn } from '../../interop/anki/kept-note.ts'
import type { NoteLanguages } from '../../interop/anki/note-fields.ts'
import { ordinalOf } from '../../interop/anki/note-guid.ts'
import { NOTE_TYPES } from '../../interop/anki/note-types.ts'
import type { CollectionWriter } from '../../interop/anki/write-collection.ts'
import { cardsOf } from '../deck-cards.ts'
import { deckFile } from '../deck-file.ts'
import type { Deps } from '../deps.ts'
import type { MediaNames } from '../media-names.ts'
import { type KeptNote, ordinalInAnki, sortNotes } from './kept-notes.ts'

export interface AnkiNotesTarget {
  readonly collection: CollectionWriter
  readonly plan: CollectionPlan
  readonly media: MediaNames
  readonly languages: NoteLanguages
  /** A card that is not among them is a new one. */
  readonly states: CardStates
  readonly onWritten: () => void
}

export interface WrittenNotes {
  readonly notes: number
  /** By their numbers in Anki. */
  readonly cards: ReadonlyMap<CardId, number>
}

/**
 * Writes decks, note by note as their files have them; those that came from Anki stand behind the others of
 * their deck.
 */
export function writeAnkiNotes(
  deps: Deps,
  decks: readonly ListedDeck[],
  { collection, plan, media, languages, states, onWritten }: AnkiNotesTarget,
): WrittenNotes {
  const texts = deps.store.settings()
  const calendar = { firstDay: plan.firstDay, today: studyDayOf(plan.now) }
  const numbers = new Map<CardId, number>()
  const stateOf = (card: CardId) => states.get(card) ?? UNSEEN_CARD
  let notes = 0

  function writeDeck(deck: ListedDeck): void {
    const file = deckFile(deps, deck)
    const mod = Math.floor((statOf(file)?.mtimeMs ?? plan.now.at) / 1000)
    const writing = { languages, nameMedia: media.within(file), mod }
    const { own, kept } = sortNotes(deps, notesOf(cardsOf(deps, deck)))
    const name = ankiDeckName(deck, languages[0])
    for (const cards of own) writeOwn(cards, name, writing)
    for (const note of kept) writeKept(note, writing)
  }

  function writeOwn(cards: NoteCards, deck: string, writing: NoteWriting, guid?: string): void {
    const row = ankiNoteRow(cards[0], marksOf(cards), writing)
    const note = addNote(guid === undefined ? row : { ...row, guid })
    for (const { id } of cards) writeCard(id, note, deck, ordinalOf(id))
  }

  /** As it came; or where it was changed here, in our own form under its guid, of which Anki has but one. */
  function writeKept({ origin, noteType, notes: made, isUnchanged }: KeptNote, writing: NoteWriting): void {
    if (!isUnchanged) {
      for (const [at, cards] of made.entries())
        writeOwn(cards, origin.deck, writing, at === 0 ? origin.guid : undefined)
      return
    }
    collection.addNoteType(keptNoteType(noteType))
    for (const name of mediaNamesIn(origin.fields)) writing.nameMedia(`${IMPORTED_MEDIA}/${name}`)
    const note = addNote(keptNoteRow(origin))
    for (const card of made.flat()) writeCard(card.id, note, origin.deck, ordinalInAnki(card))
  }

  function marksOf(cards: NoteCards) {
    return {
      remarks: cards.flatMap(({ id }) => flagOf(id, texts) ?? []),
      leech: cards.some(({ id }) => stateOf(id).leech),
    }
  }

  function addNote(row: AnkiNoteRow): number {
    notes++
    return collection.addNote(row)
  }

  function writeCard(id: CardId, note: number, deck: string, ordinal: number): void {
    const schedule = scheduleOf(stateOf(id), notes, calendar, plan.parameters)
    const flag = flagOf(id, texts) === undefined ? 0 : 1
    numbers.set(id, collection.addCard({ note, deck, ordinal, flag, schedule }))
    onWritten()
  }

  for (const noteType of Object.values(NOTE_TYPES)) collection.addNoteType(noteType)
  for (const deck of decks) writeDeck(deck)
  return { notes, cards: numbers }
}

/** Beside a deck that was imported. */
const IMPORTED_MEDIA = 'media'
