import type { NoteCards } from '../card.ts'
import type { CardId } from '../ids.ts'
import type { Text } from '../locale.ts'
import type { LogEntry } from '../log-entry.ts'
import type { ImportedNote } from './imported-note.ts'

/**
 * What a file of another program holds, as it is asked for: a source streams, and keeps no more than what
 * grows with its decks. Whoever opened it closes it.
 */
export interface ImportedSource {
  /** What the file says that it holds, for progress. */
  readonly size: { readonly notes: number; readonly reviews: number }
  /** In the order in which new cards come; each time from the start. */
  readonly notes: (places: MediaPlaces) => Iterable<ImportedNote>
  /**
   * What happened to the cards, as facts whose ids follow from what the other program knows them by
   * (`importedEntry`), so that coming again they add nothing. `isKept` says of which cards they are wanted.
   */
  readonly facts: (isKept: (card: CardId) => boolean) => Iterable<ImportedFact>
  readonly media: readonly ImportedMedium[]
  /** Decks in our own form, with their images: they come to lie where they lay. */
  readonly files?: () => Iterable<ImportedFile>
  /** Decks of our own form: of their notes some may be here, as they came or changed since. */
  readonly ownDecks?: readonly OwnDeckNotes[]
  /** By what the other program schedules; more than one where it does so for some decks and not for others. */
  readonly schedules?: readonly ImportedSchedule[]
  /** What a reader of the file should know besides. */
  readonly remarks: readonly Text[]
  readonly close: () => void
}

export interface ImportedSchedule {
  /** Of FSRS, as many as its version has; not to be trusted. */
  readonly weights: readonly number[]
  readonly desiredRetention: number | undefined
}

export type ImportedFact =
  | { readonly kind: 'fact'; readonly entry: LogEntry }
  /** A review that is not taken. */
  | { readonly kind: 'left-out'; readonly why: Text }

export interface OwnDeckNotes {
  readonly notes: readonly NoteCards[]
  /** The deck that is here, to which comes what is new of it; undefined where that stands in `files`. */
  readonly addTo: string | undefined
}

/** By its path below the learner's folder, with slashes; not to be trusted. */
export interface ImportedFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** Of a deck that was read. */
  readonly holds?: NoteTotal
}

export interface NoteTotal {
  readonly notes: number
  readonly cards: number
}

/** An image or sound that texts name. */
export interface ImportedMedium {
  /** As texts name it: no path, and nothing that a file may not be called. */
  readonly name: string
  readonly size: number
  /** @throws Problem where it is not what the file says */
  readonly read: () => AsyncIterable<Uint8Array>
}

/** Where a medium comes to lie, relative to the decks; undefined for one that the file does not hold. */
export type MediaPlaces = (name: string) => string | undefined
