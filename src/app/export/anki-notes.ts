import type { Card, ListedDeck } from '../../core/card.ts'
import { flagOf } from '../../core/card-flag.ts'
import { UNSEEN_CARD } from '../../core/card-state.ts'
import { studyDayOf } from '../../core/day.ts'
import type { CardId } from '../../core/ids.ts'
import type { CardStates } from '../../core/packed-cards.ts'
import { statOf } from '../../disk/stat-of.ts'
import { ankiNoteRow } from '../../interop/anki/anki-note-row.ts'
import { scheduleOf } from '../../interop/anki/card-schedule.ts'
import type { CollectionPlan } from '../../interop/anki/collection-columns.ts'
import { ankiDeckName } from '../../interop/anki/deck-name.ts'
import type { NoteLanguages } from '../../interop/anki/note-fields.ts'
import { ordinalOf } from '../../interop/anki/note-guid.ts'
import { NOTE_TYPES } from '../../interop/anki/note-types.ts'
import type { CollectionWriter } from '../../interop/anki/write-collection.ts'
import type { Deps } from '../deps.ts'
import { deckFile } from './deck-file.ts'
import type { MediaNames } from './media-names.ts'

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

/** Writes decks, note by note as their files have them. */
export function writeAnkiNotes(
  deps: Deps,
  decks: readonly ListedDeck[],
  { collection, plan, media, languages, states, onWritten }: AnkiNotesTarget,
): WrittenNotes {
  const texts = deps.store.settings()
  const calendar = { firstDay: plan.firstDay, today: studyDayOf(plan.now) }
  const numbers = new Map<CardId, number>()
  const stateOf = (card: CardId) => states.get(card) ?? UNSEEN_CARD

  function writeDeck(deck: ListedDeck): void {
    const file = deckFile(deps, deck)
    const mod = Math.floor((statOf(file)?.mtimeMs ?? plan.now.at) / 1000)
    const writing = { languages, nameMedia: media.within(file), mod }
    const name = ankiDeckName(deck, languages[0])
    for (const cards of notesOf(deck)) {
      const remarks = cards.flatMap(({ id }) => flagOf(id, texts) ?? [])
      const leech = cards.some(({ id }) => stateOf(id).leech)
      const note = collection.addNote(ankiNoteRow(cards[0], { remarks, leech }, writing))
      notes++
      for (const { id } of cards) writeCard(id, note, name)
    }
  }

  function writeCard(id: CardId, note: number, deck: string): void {
    const schedule = scheduleOf(stateOf(id), numbers.size + 1, calendar, plan.parameters)
    const flag = flagOf(id, texts) === undefined ? 0 : 1
    numbers.set(id, collection.addCard({ note, deck, ordinal: ordinalOf(id), flag, schedule }))
    onWritten()
  }

  function notesOf(deck: ListedDeck): Iterable<readonly [Card, ...Card[]]> {
    const cards = deck.cards.flatMap((id) => deps.content.cards.get(id) ?? [])
    return Map.groupBy(cards, ({ note }) => note).values() as Iterable<[Card, ...Card[]]>
  }

  let notes = 0
  for (const noteType of Object.values(NOTE_TYPES)) collection.addNoteType(noteType)
  for (const deck of decks) writeDeck(deck)
  return { notes, cards: numbers }
}
