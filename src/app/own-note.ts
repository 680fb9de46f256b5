import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { decodeText, encodeLike } from '../content/decode-text.ts'
import { hasHeading, lineOfNote, type NamedDeck, nameNote } from '../content/name-note.ts'
import type { DeckTitle } from '../core/card.ts'
import { isSystemError } from '../core/system-error.ts'
import { liesBelow } from '../disk/lies-below.ts'
import { rewriteFile } from '../disk/rewrite-file.ts'
import type { Deps } from './deps.ts'

export type Naming =
  | ({ readonly kind: 'written'; readonly before: Uint8Array } & NamedDeck)
  /** The id stands there already. */
  | { readonly kind: 'named' }
  /**
   * The file is gone, is not to be written, is in no encoding that is read, or the note stands where no
   * heading may.
   */
  | { readonly kind: 'refused' }

/** Whether the learner wrote it, and may change it. */
export function isOwnDeck({ folders }: Deps, { path }: DeckTitle): boolean {
  return isAbsolute(path) && liesBelow(path, folders.decks)
}

/** Writes an id above a note of the learner's own that has none: the one that it goes by, or `id`. */
export function nameOwnNote(path: string, note: string, id = note): Naming {
  try {
    const before = readFileSync(path)
    const decoded = decodeText(before)
    if ('fault' in decoded) return { kind: 'refused' }
    if (hasHeading(decoded.text, id)) return { kind: 'named' }
    const named = nameNote(decoded.text, path, note, id)
    if (named === undefined) return { kind: 'refused' }
    rewriteFile(path, encodeLike(before, named.text))
    return { kind: 'written', before, ...named }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { kind: 'refused' }
  }
}

/** Where a note stands now; undefined when it cannot be found there. */
export function ownLineOf(path: string, note: string): number | undefined {
  try {
    const decoded = decodeText(readFileSync(path))
    return 'text' in decoded ? lineOfNote(decoded.text, path, note) : undefined
  } catch (error) {
    if (!isSystemError(error)) throw error
    return undefined
  }
}
