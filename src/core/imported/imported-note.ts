import type { AnkiNote } from '../event.ts'
import type { CardId } from '../ids.ts'
import type { Text } from '../locale.ts'

/** A note as another program holds it, in our own terms. */
export type ImportedNote = WholeNote | LeftOutNote

export interface WholeNote {
  readonly kind: 'note'
  /** The decks that it lies in, from the outermost. */
  readonly deck: readonly [string, ...string[]]
  readonly tags: readonly string[]
  /** One line that is shown below the answer; may be empty. */
  readonly source: string
  /** More than one where its cards do not fit into one note of ours. */
  readonly parts: readonly [ImportedPart, ...ImportedPart[]]
  /** What is recorded of it, so that it goes back as it came and a change is told from an edit; only Anki's. */
  readonly recorded: RecordedOrigin | undefined
}

/** What becomes one note of ours. */
export interface ImportedPart {
  /** Follows from what the other program knows it by, so that it is found again. */
  readonly note: CardId
  readonly content: ImportedContent
  /** A path relative to the deck, shown with the prompt. */
  readonly image: string | undefined
}

/** In Markdown, as our decks are written. */
export type ImportedContent =
  | { readonly kind: 'basic'; readonly prompt: Text; readonly answer: Text }
  /** With `[1: hidden]` parts. */
  | { readonly kind: 'cloze'; readonly text: Text }

export type RecordedOrigin = Omit<AnkiNote, 'note' | 'digests'>

/** It is told and counted by `why`. */
export interface LeftOutNote {
  readonly kind: 'left-out'
  /** What a reader of the other program finds it by. */
  readonly name: string
  readonly why: Text
}
