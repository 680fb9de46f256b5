import type { ImportedSource } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import type { Deps } from '../deps.ts'

/** A file that is to be imported, and how it begins. */
export interface ImportFile {
  readonly path: string
  /** In small letters. */
  readonly name: string
  readonly size: number
  readonly head: Uint8Array
}

/**
 * A row of the table of what can be imported. The first row that takes a file reads it; what `--as` names
 * reads it whatever it looks like.
 *
 * `open` looks at all of the file that could be wrong before it gives a source, or throws while the source is
 * read: nothing is written before all of it was read. It knows no decks of ours; its texts are Markdown of
 * ours (`docs/deck-format.md`), its cards' ids follow from what the other program knows the notes by, and its
 * facts are made by `importedEntry`.
 */
export interface ImportFormat {
  /** As `--as` names it. */
  readonly name: string
  readonly endings: readonly [string, ...string[]]
  readonly holds: Text
  readonly takes: (file: ImportFile) => boolean
  /** @throws Problem for a file that is not what it says it is */
  readonly open: (deps: Deps, file: ImportFile) => Promise<ImportedSource>
}
