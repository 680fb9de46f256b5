import type { Moment } from '../../core/day.ts'
import type { CardId } from '../../core/ids.ts'
import type { RecordedOrigin } from '../../core/imported/imported-note.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { importedEntry } from '../../interop/imported-entry.ts'
import type { Deps } from '../deps.ts'

/** What a note is, as it would be written. */
export interface NoteMark {
  readonly note: CardId
  readonly digest: string
}

export type Digests = ReadonlySet<string>

/** Of each note what it was whenever it came. */
export function recordedDigests({ store }: Pick<Deps, 'store'>): ReadonlyMap<CardId, Digests> {
  const digests = new Map<CardId, Set<string>>()
  for (const recorded of store.recordedNotes()) {
    const known = digests.getOrInsertComputed(recorded.note, () => new Set())
    for (const digest of recorded.digests) known.add(digest)
  }
  return digests
}

/** @param made the notes that it became */
export function recordOfAnki(recorded: RecordedOrigin, made: readonly [NoteMark, ...NoteMark[]]): LogEntry {
  const body = {
    kind: 'anki-note' as const,
    ...recorded,
    note: made[0].note,
    digests: made.map(({ digest }) => digest),
  }
  return importedEntry(body, { at: recorded.mod * 1000, offsetMin: 0 }, `note:${JSON.stringify(body)}`)
}

/** Where a text says no time: the same entry on every machine. */
const NO_TIME: Moment = { at: 0, offsetMin: 0 }

/** Of a note from a text. */
export function recordOfText({ note, digest }: NoteMark): LogEntry {
  return importedEntry({ kind: 'imported-note', note, digest }, NO_TIME, `text:note:${note}:${digest}`)
}
