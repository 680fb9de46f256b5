import { noteDigest } from '../../content/note-digest.ts'
import { writeNote } from '../../content/write-deck.ts'
import { noteMarkdown } from '../../content/write-note.ts'
import type { Card } from '../../core/card.ts'
import { cleanText } from '../../core/clean-text.ts'
import type { CardId } from '../../core/ids.ts'
import type { ImportedNote, ImportedPart, WholeNote } from '../../core/imported/imported-note.ts'
import type { Text } from '../../core/locale.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { noteOfGuid } from '../../interop/anki/note-guid.ts'
import { importedEntry } from '../../interop/imported-entry.ts'
import type { Deps } from '../deps.ts'
import { isOwnDeck } from '../own-note.ts'
import type { createDeckDrafts } from './deck-drafts.ts'
import type { createTally, NoteCounts } from './import-report.ts'
import { cardsOf } from './note-cards.ts'
import { withoutForms } from './without-forms.ts'

export interface TakenNotes {
  readonly counts: NoteCounts
  readonly cards: number
  /** Those that are here when the import is done. */
  readonly kept: ReadonlySet<string>
  /** What is recorded of them. */
  readonly records: readonly LogEntry[]
}

type NoteStanding = keyof NoteCounts

/** A note as it would be written. */
interface WrittenPart {
  readonly part: ImportedPart
  readonly cards: readonly [Card, ...Card[]]
  readonly text: string
  readonly digest: string
}

/**
 * Decides of each note whether it is new, changed, the same, or edited by the learner since it came; and
 * writes what is to be written. An edit is never overwritten.
 */
export function takeNotes(
  deps: Deps,
  notes: Iterable<ImportedNote>,
  drafts: ReturnType<typeof createDeckDrafts>,
  tally: ReturnType<typeof createTally>,
  onNote: () => void,
): TakenNotes {
  const digests = recordedDigests(deps)
  const counts: { -readonly [S in NoteStanding]: number } = { added: 0, changed: 0, unchanged: 0, edited: 0 }
  const kept = new Set<string>()
  const records: LogEntry[] = []
  let cards = 0

  function take(note: WholeNote): void {
    const written = note.parts.flatMap((part) => writtenPart(part, note, tally))
    const [first] = written
    if (first === undefined) return
    const known = digests.get(first.part.note)
    const standings = written.map((part) => put(part, note, known))
    counts[strongest(standings)]++
    for (const { part, cards: made } of written) {
      kept.add(part.note)
      cards += made.length
    }
    if (note.recorded !== undefined) records.push(recordOf(note, written))
  }

  function put(
    written: WrittenPart,
    { deck, recorded }: WholeNote,
    known: ReadonlySet<string> | undefined,
  ): NoteStanding {
    const { part, text, digest } = written
    const present = deps.content.cards.get(part.note)
    const home = deps.content.cards.deckOf(part.note)
    if (present === undefined || home === undefined) {
      if (kept.has(part.note)) return 'unchanged'
      drafts.add(deck, text)
      return 'added'
    }
    // Ours that went to Anki and comes back is whole only here.
    if (recorded !== undefined && noteOfGuid(recorded.guid) === part.note) return 'unchanged'
    const before = noteDigest(present)
    if (before === digest) return 'unchanged'
    if (!known?.has(before) || !isOwnDeck(deps, home)) return 'edited'
    const styles = [noteMarkdown(present, 'plain'), noteMarkdown(present, 'guarded')]
    return drafts.replace(home.path, styles, text) ? 'changed' : 'edited'
  }

  for (const note of notes) {
    if (note.kind === 'left-out') tally.add(note.why, note.name)
    else take(note)
    onNote()
  }
  return { counts, cards, kept, records }
}

/** Of each note what it was whenever it came. */
function recordedDigests({ store }: Deps): ReadonlyMap<CardId, ReadonlySet<string>> {
  const digests = new Map<CardId, Set<string>>()
  for (const recorded of store.recordedNotes()) {
    const known = digests.get(recorded.note) ?? new Set()
    digests.set(recorded.note, known)
    for (const digest of recorded.digests) known.add(digest)
  }
  return digests
}

function writtenPart(
  part: ImportedPart,
  note: WholeNote,
  tally: ReturnType<typeof createTally>,
): readonly WrittenPart[] {
  for (const held of [part, withoutForms(part)]) {
    const [first, ...rest] = cardsOf(held, note)
    if (first === undefined) continue
    const { text, isSame } = writeNote([first, ...rest])
    if (isSame) return [{ part: held, cards: [first, ...rest], text, digest: noteDigest(first) }]
  }
  tally.add(NOT_HELD, beginningOf(part))
  return []
}

/** It has no place here where its id could be looked up. */
function beginningOf({ content }: ImportedPart): string {
  const { en } = content.kind === 'basic' ? content.prompt : content.text
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

function recordOf({ recorded }: WholeNote, written: readonly WrittenPart[]): LogEntry {
  const [first] = written
  if (recorded === undefined || first === undefined) throw new Error('Nothing is recorded of this note')
  const body = {
    kind: 'anki-note' as const,
    ...recorded,
    note: first.part.note,
    digests: written.map(({ digest }) => digest),
  }
  return importedEntry(body, { at: recorded.mod * 1000, offsetMin: 0 }, `note:${JSON.stringify(body)}`)
}
