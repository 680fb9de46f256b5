import { noteDigest } from '../../content/note-digest.ts'
import { type WrittenNote, writeNote } from '../../content/write-deck.ts'
import { noteMarkdown } from '../../content/write-note.ts'
import type { Card, CardContent, NoteCards } from '../../core/card.ts'
import { cleanText } from '../../core/clean-text.ts'
import { type CardId, noteOf } from '../../core/ids.ts'
import type {
  ImportedContent,
  ImportedNote,
  ImportedPart,
  WholeNote,
} from '../../core/imported/imported-note.ts'
import type { OwnDeckNotes } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { noteOfGuid } from '../../interop/anki/note-guid.ts'
import type { Deps } from '../deps.ts'
import { isOwnDeck } from '../own-note.ts'
import type { DeckDrafts } from './deck-drafts.ts'
import type { ImportTally, NoteCounts } from './import-report.ts'
import { cardsOf } from './note-cards.ts'
import { type Digests, type NoteMark, recordedDigests, recordOfAnki, recordOfText } from './note-records.ts'
import { withoutForms } from './without-forms.ts'

export interface TakenNotes {
  readonly counts: NoteCounts
  /** How the first of those begin that stay as they were edited here. */
  readonly editedHere: readonly string[]
  readonly cards: number
  /** Those that are here when the import is done. */
  readonly kept: ReadonlySet<string>
  /** What is recorded of them. */
  readonly records: () => Iterable<LogEntry>
}

type NoteStanding = keyof NoteCounts

export interface OfferedNotes {
  readonly foreign: Iterable<ImportedNote>
  readonly own: readonly OwnDeckNotes[]
}

/** A note as it would be written. */
interface WrittenPart extends NoteMark {
  readonly cards: NoteCards
  readonly text: string
}

/**
 * Decides of each note whether it is new, changed, the same, or edited by the learner since it came; and
 * writes what is to be written. An edit is never overwritten.
 */
export function takeNotes(
  deps: Deps,
  { foreign, own }: OfferedNotes,
  drafts: DeckDrafts,
  tally: ImportTally,
  onNote: () => void,
): TakenNotes {
  const digests = recordedDigests(deps)
  const counts: { -readonly [S in NoteStanding]: number } = { added: 0, changed: 0, unchanged: 0, edited: 0 }
  const kept = new Set<string>()
  const ankiNotes: LogEntry[] = []
  /** Of many notes not much each. */
  const marks: NoteMark[] = []
  const editedHere: string[] = []
  let cards = 0

  function take(note: WholeNote): void {
    const written = note.parts.flatMap((part) => writtenPart(part, note, tally))
    const [first] = written
    if (first === undefined) return
    const known = digests.get(first.note)
    const standings = written.map((part) => put(part, note, known))
    counts[strongest(standings)]++
    for (const { note: id, cards: made } of written) {
      kept.add(id)
      cards += made.length
    }
    if (note.recorded !== undefined) ankiNotes.push(recordOfAnki(note.recorded, [first, ...written.slice(1)]))
    else marks.push(...written.map(({ note: id, digest }) => ({ note: id, digest })))
  }

  function put(
    written: WrittenPart,
    { deck, recorded }: WholeNote,
    known: Digests | undefined,
  ): NoteStanding {
    const { note, text } = written
    const here = present(written)
    if (here === undefined) {
      if (kept.has(note)) return 'unchanged'
      drafts.add(deck, text)
      return 'added'
    }
    // Ours that went to Anki and comes back is whole only here.
    if (recorded !== undefined && noteOfGuid(recorded.guid) === note) return 'unchanged'
    return update(here, written, known)
  }

  /** Of one that is here. */
  function update(here: Card, { text, digest }: WrittenPart, known: Digests | undefined): NoteStanding {
    const before = noteDigest(here)
    if (before === digest) return 'unchanged'
    const home = deps.content.cards.deckOf(here.id)
    const styles = [noteMarkdown(here, 'plain'), noteMarkdown(here, 'guarded')]
    const isAsItCame = home !== undefined && known?.has(before) && isOwnDeck(deps, home)
    if (isAsItCame && drafts.replace(home.path, styles, text)) return 'changed'
    if (editedHere.length < MOST_NAMED) editedHere.push(beginningOf(here))
    return 'edited'
  }

  function takeOwn(held: NoteCards, addTo: string | undefined): void {
    const written = writtenNote(noteOf(held[0].id) as CardId, held)
    marks.push({ note: written.note, digest: written.digest })
    const here = present(written)
    if (here !== undefined) counts[update(here, written, digests.get(written.note))]++
    else if (addTo === undefined) return
    else {
      drafts.append(addTo, written.text)
      counts.added++
    }
    cards += held.length
  }

  /** A card of the note as it is here, whichever parts it hides. */
  function present({ note, cards: held }: WrittenPart): Card | undefined {
    return [note, ...held.map(({ id }) => id)].map(deps.content.cards.get).find((card) => card !== undefined)
  }

  for (const note of foreign) {
    if (note.kind === 'left-out') tally.add(note.why, note.name)
    else take(note)
    onNote()
  }
  for (const { notes, addTo } of own) for (const note of notes) takeOwn(note, addTo)
  return {
    counts,
    editedHere,
    cards,
    kept,
    *records() {
      yield* ankiNotes
      for (const mark of marks) yield recordOfText(mark)
    },
  }
}

function writtenPart(part: ImportedPart, note: WholeNote, tally: ImportTally): readonly WrittenPart[] {
  for (const held of [part, withoutForms(part)]) {
    const [first, ...rest] = cardsOf(held, note)
    if (first === undefined) continue
    const { isSame, ...written } = writtenNote(part.note, [first, ...rest])
    if (isSame) return [written]
  }
  tally.add(NOT_HELD, beginningOf(part.content))
  return []
}

function writtenNote(note: CardId, cards: NoteCards): WrittenPart & Pick<WrittenNote, 'isSame'> {
  const { text, isSame } = writeNote(cards)
  return { note, cards, text, isSame, digest: noteDigest(cards[0]) }
}

const MOST_NAMED = 3

/** What one finds it by here and there: an id made of a guid says nothing. */
function beginningOf(content: ImportedContent | CardContent): string {
  const { en } = content.kind === 'cloze' ? content.text : content.prompt
  return [...cleanText(en).replace(/\s+/g, ' ').trim()].slice(0, 60).join('')
}

const NOT_HELD: Text = {
  en: 'a note that no deck in Markdown can hold',
  zh: 'Markdown 卡组无法容纳的笔记',
}

/** One that the learner edited counts as that, whatever became of its other parts. */
function strongest(standings: readonly NoteStanding[]): NoteStanding {
  const order = ['edited', 'changed', 'added'] as const
  return order.find((standing) => standings.includes(standing)) ?? 'unchanged'
}
