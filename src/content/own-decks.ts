import type { Deck } from '../core/card.ts'
import type { Fault } from '../core/fault.ts'
import type { CardId } from '../core/ids.ts'
import { isSystemError } from '../core/system-error.ts'
import { collectCards, keepOnly } from './collect-cards.ts'
import { type ShelvedDeck, shelve } from './content.ts'
import { type StampedPath, stampDecks } from './deck-stamps.ts'
import { type DeckCache, holds, isCurrent, keepDecks, openKept, readKept, shelveKept } from './kept-decks.ts'
import { loadDeck, unreadable } from './read-content.ts'

export interface OwnDecks {
  readonly decks: readonly ShelvedDeck[]
  readonly faults: readonly Fault[]
  /** Cards of the program whose place they take. */
  readonly replaced: readonly CardId[]
}

/** What a file gave; one that cannot be read has no deck. */
export interface ReadFile extends StampedPath {
  readonly deck?: Deck | undefined
  readonly faults: readonly Fault[]
}

/** The learner's own decks: as they were kept, and parsed where a file has changed since. */
export function loadOwnDecks(
  folder: string,
  isBuiltIn: (card: CardId) => boolean,
  cache: DeckCache | undefined,
): OwnDecks {
  try {
    const files = stampDecks(folder, cache?.now ?? Number.NEGATIVE_INFINITY)
    const kept = cache && openKept(cache)
    if (kept !== undefined && isCurrent(kept, files)) return shelveKept(kept)
    const read = files.map((file) => readKept(kept, file) ?? readNow(file))
    const merged = mergeFiles(read, isBuiltIn)
    if (cache !== undefined && !(kept && holds(kept, read))) keepDecks(cache, read, merged)
    return { ...merged, decks: merged.decks.map(shelve) }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { decks: [], faults: [unreadable(folder, error)], replaced: [] }
  }
}

export interface MergedDecks extends Omit<OwnDecks, 'decks'> {
  /** Each with the cards that are its own. */
  readonly decks: readonly Deck[]
}

function mergeFiles(read: readonly ReadFile[], isBuiltIn: (card: CardId) => boolean): MergedDecks {
  const decks = read.flatMap(({ deck }) => (deck === undefined ? [] : [deck]))
  const faults = read.flatMap((file) => file.faults)
  const cards = collectCards(decks, faults)
  return {
    decks: decks.map((deck) => keepOnly(deck, cards)),
    faults,
    replaced: [...cards.keys()].filter(isBuiltIn),
  }
}

function readNow({ path, stamp }: StampedPath): ReadFile {
  const { deck, faults } = loadDeck(path)
  // Whether it can be read may change without the file.
  return { path, stamp: deck === undefined ? undefined : stamp, deck, faults }
}
