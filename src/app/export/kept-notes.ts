import { noteDigest } from '../../content/note-digest.ts'
import type { Card, NoteCards } from '../../core/card.ts'
import type { AnkiNote, AnkiNoteType } from '../../core/event.ts'
import type { CardId } from '../../core/ids.ts'
import { ordinalOf } from '../../interop/anki/note-guid.ts'
import { noteIdOf } from '../../interop/anki/read/note-id.ts'
import type { Deps } from '../deps.ts'

/** What one note of Anki has become. */
export interface KeptNote {
  readonly origin: AnkiNote
  readonly noteType: AnkiNoteType
  readonly notes: readonly NoteCards[]
  /** Nobody has changed what it says. */
  readonly isUnchanged: boolean
}

export interface SortedNotes {
  readonly own: readonly NoteCards[]
  readonly kept: readonly KeptNote[]
}

/** Tells the notes of a deck that came from Anki, one or several of each there, from others. */
export function sortNotes(deps: Deps, notes: readonly NoteCards[]): SortedNotes {
  const traced = notes.map((cards) => ({ cards, ...traceNote(deps, cards[0].note as CardId) }))
  const byGuid = Map.groupBy(traced, ({ origin }) => origin?.guid)
  const kept = [...byGuid.values()].flatMap((made) => {
    const { origin, noteType } = made[0] ?? {}
    if (origin === undefined || noteType === undefined) return []
    const isUnchanged = made.every(({ cards: [card] }) => origin.digests.includes(noteDigest(card)))
    return [{ origin, noteType, notes: made.map(({ cards }) => cards), isUnchanged }]
  })
  return { own: byGuid.get(undefined)?.map(({ cards }) => cards) ?? [], kept }
}

interface Trace {
  readonly origin?: AnkiNote
  readonly noteType?: AnkiNoteType
}

function traceNote(deps: Deps, note: CardId): Trace {
  const origin = originOf(deps, note)
  const noteType = origin && deps.store.ankiOrigins.noteType(origin.notetype)
  if (origin === undefined || noteType === undefined) return {}
  const isPart = note === origin.note || noteIdOf(origin.guid, partOf(note)) === note
  return isPart && (noteType.cloze || partOf(note) < noteType.templates.length) ? { origin, noteType } : {}
}

/** What a note was in Anki is recorded of the first one that was made of it. */
function originOf({ store }: Deps, note: CardId): AnkiNote | undefined {
  const whole = partOf(note) === 0 ? note : note.slice(0, note.lastIndexOf('-'))
  for (let part = partOf(note); part >= 0; part--) {
    const origin = store.ankiOrigins.note((part === 0 ? whole : `${whole}-${part + 1}`) as CardId)
    if (origin !== undefined) return origin
  }
  return undefined
}

/**
 * Where a card of a note that came from Anki lies there: each template's is a note here, unless one cloze
 * note says all of them.
 */
export function ordinalInAnki({ id, note }: Card): number {
  return partOf(note) + ordinalOf(id)
}

/** As `noteIdOf` has it. */
function partOf(note: string): number {
  return Number(/^anki\/n[a-z0-9]+-(\d{1,3})$/.exec(note)?.[1] ?? 1) - 1
}
