import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { isAbsolute, relative } from 'node:path'
import { hasHeading, lineOfNote, type NamedDeck, nameNote } from '../content/name-note.ts'
import { isSystemError } from '../content/read-content.ts'
import type { DeckTitle } from '../core/card.ts'
import { rewriteFile } from '../disk/rewrite-file.ts'
import type { Deps } from './deps.ts'

export type Naming =
  | ({ readonly kind: 'written'; readonly before: Uint8Array } & NamedDeck)
  /** The id stands there already. */
  | { readonly kind: 'named' }
  /** The file is gone, is not to be written, is no UTF-8, or the note stands where no heading may. */
  | { readonly kind: 'refused' }

/** Whether the learner wrote it, and may change it. */
export function isOwnDeck({ folders }: Deps, { path }: DeckTitle): boolean {
  return isAbsolute(path) && !relative(folders.decks, path).startsWith('..')
}

/** Writes an id above a note of the learner's own that has none: the one that it goes by, or `id`. */
export function nameOwnNote(path: string, note: string, id = note): Naming {
  try {
    const before = readFileSync(path)
    if (!isUtf8(before)) return { kind: 'refused' }
    const text = before.toString()
    if (hasHeading(text, id)) return { kind: 'named' }
    const named = nameNote(text, path, note, id)
    if (named === undefined) return { kind: 'refused' }
    rewriteFile(path, named.text)
    return { kind: 'written', before, ...named }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { kind: 'refused' }
  }
}

/** Where a note stands now; undefined when it cannot be found there. */
export function ownLineOf(path: string, note: string): number | undefined {
  try {
    return lineOfNote(readFileSync(path, 'utf8'), path, note)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return undefined
  }
}
