import { join } from 'node:path'
import type { Deck } from '../core/card.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import type { ShelvedDeck } from './content.ts'
import { encodeContent, type FiledDeck, openContent } from './content-file.ts'

/** What the program brings along. */
export interface BuiltInContent {
  readonly decks: readonly ShelvedDeck[]
  readonly exercises: readonly Exercise[]
  readonly faults: readonly Fault[]
  /** Names the build: another one may parse otherwise. Undefined where nothing was built. */
  readonly program: string | undefined
}

/** Below the folder of the build. */
export const BUILT_IN_FILE = 'content'

interface BuiltHead {
  readonly program: string
  readonly decks: readonly FiledDeck[]
  readonly exercises: readonly Exercise[]
}

/** Undefined where nothing was built. */
export function openBuiltIn(folder: string): BuiltInContent | undefined {
  const file = openContent<BuiltHead>(join(folder, BUILT_IN_FILE))
  if (file === undefined) return undefined
  const { decks, exercises, program } = file.head
  return { decks: decks.map(file.shelve), exercises, faults: [], program }
}

/** What the build writes. */
export function encodeBuiltIn(
  decks: readonly Deck[],
  exercises: readonly Exercise[],
  program: string,
): Buffer {
  return encodeContent(decks, decks, (filed): BuiltHead => ({ program, decks: filed, exercises }))
}
