import { isDeepStrictEqual } from 'node:util'
import type { Fault } from '../core/fault.ts'
import type { CardId } from '../core/ids.ts'
import { replaceFile } from '../disk/replace-file.ts'
import { type ShelvedDeck, shelve, titleOf } from './content.ts'
import { type ContentFile, encodeContent, type FiledDeck, openContent } from './content-file.ts'
import type { StampedPath } from './deck-stamps.ts'
import { once } from './once.ts'
import type { MergedDecks, OwnDecks, ReadFile } from './own-decks.ts'
import { loadDeck } from './read-content.ts'

/** Where parsed decks are kept, and by which program: another one may parse them otherwise, and has other cards. */
export interface DeckCache {
  readonly path: string
  readonly program: string
  readonly now: number
}

export type KeptDecks = ContentFile<KeptHead>

interface KeptHead {
  readonly program: string
  readonly files: readonly KeptFile[]
  readonly decks: readonly FiledDeck[]
  /** Of all decks together: those of each file, and ids that two of them use. */
  readonly faults: readonly Fault[]
  readonly replaced: readonly CardId[]
}

interface KeptFile extends StampedPath {
  readonly faults: readonly Fault[]
  readonly hasDeck: boolean
}

/** Undefined when nothing was kept, or it is damaged or another program's. */
export function openKept({ path, program }: DeckCache): KeptDecks | undefined {
  const kept = openContent<KeptHead>(path)
  return kept?.head.program === program ? kept : undefined
}

/** Whether all that was kept may be trusted, and is of these files. */
export function isCurrent({ head }: KeptDecks, files: readonly StampedPath[]): boolean {
  return head.files.length === files.length && files.every((file, at) => isSame(head.files[at], file))
}

/** Whether to keep these would change nothing. */
export function holds({ head }: KeptDecks, files: readonly StampedPath[]): boolean {
  const kept = head.files.map(({ path, stamp }) => [path, stamp])
  return isDeepStrictEqual(
    kept,
    files.map(({ path, stamp }) => [path, stamp]),
  )
}

function isSame(kept: KeptFile | undefined, { path, stamp }: StampedPath): boolean {
  return stamp !== undefined && kept?.path === path && kept.stamp === stamp
}

export function shelveKept(kept: KeptDecks): OwnDecks {
  const { decks, files, faults, replaced } = kept.head
  const paths = files.filter(({ hasDeck }) => hasDeck).map(({ path }) => path)
  return { decks: decks.map((deck, at) => shelveAnyway(kept.shelve(deck), paths[at])), faults, replaced }
}

/** Where what was kept of a deck is damaged, the deck itself is still there. */
function shelveAnyway(kept: ShelvedDeck, path: string | undefined): ShelvedDeck {
  const { listed } = kept
  const again = once(() => shelve({ ...titleOf(listed), cards: (path && loadDeck(path).deck?.cards) || [] }))
  function anyway<Part>(partOf: (deck: ShelvedDeck) => Part): Part {
    try {
      return partOf(kept)
    } catch {
      return partOf(again())
    }
  }
  return {
    listed: {
      ...titleOf(listed),
      size: listed.size,
      digest: listed.digest,
      get cards() {
        return anyway((deck) => deck.listed.cards)
      },
      after: (card) => anyway((deck) => deck.listed.after(card)),
    },
    texts: () => anyway((deck) => deck.texts()),
  }
}

/** What was kept of one file; undefined when that is not to be had. */
export function readKept(kept: KeptDecks | undefined, file: StampedPath): ReadFile | undefined {
  const at = kept?.head.files.findIndex((one) => isSame(one, file)) ?? -1
  const found = kept?.head.files[at]
  if (kept === undefined || found === undefined) return undefined
  const deck = kept.head.decks[kept.head.files.slice(0, at).filter(({ hasDeck }) => hasDeck).length]
  if (deck === undefined || !found.hasDeck) return undefined
  try {
    return { ...file, deck: kept.readDeck(deck), faults: found.faults }
  } catch {
    return undefined
  }
}

/** Not being able to keep anything only costs time. */
export function keepDecks(
  { path, program }: DeckCache,
  read: readonly ReadFile[],
  merged: MergedDecks,
): void {
  const { faults, replaced } = merged
  const whole = read.flatMap(({ deck }) => (deck === undefined ? [] : [deck]))
  const files = read.map(({ deck, ...file }): KeptFile => ({ ...file, hasDeck: deck !== undefined }))
  const head = (decks: readonly FiledDeck[]): KeptHead => ({ program, files, decks, faults, replaced })
  replaceFile(path, encodeContent(whole, merged.decks, head))
}
