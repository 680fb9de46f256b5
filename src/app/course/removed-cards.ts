import { isDeckName } from '../../content/deck-paths.ts'
import { decodeText } from '../../content/decode-text.ts'
import { parseDeck } from '../../content/parse-deck.ts'
import type { CardId } from '../../core/ids.ts'
import type { ReleaseReply } from '../../interop/hub/course-protocol.ts'
import type { HubConnection } from '../hub/connect.ts'
import { readOwnFile, type Trees } from '../sync/travelling-files.ts'
import { fetchVerified } from './fetch-contents.ts'
import type { SourceFile } from './list-course-files.ts'

/** Cards of the last release that no deck of the next has any more: given up, or by another id. */
export async function removedCards(
  connection: HubConnection,
  trees: Trees,
  last: ReleaseReply,
  next: readonly SourceFile[],
): Promise<readonly CardId[]> {
  const given = decksBeyond(last.files, next)
  if (given.length === 0) return []
  const kept = new Set(
    decksBeyond(next, last.files).flatMap(({ path, place }) => cardsIn(path, readOwnFile(trees, place))),
  )
  const removed = new Set<CardId>()
  for (const { path, contents, bytes } of given) {
    const before = cardsIn(path, await fetchVerified(connection, contents, bytes))
    for (const card of before) if (!kept.has(card)) removed.add(card)
  }
  return [...removed]
}

interface Held {
  readonly path: string
  readonly contents: string
}

/** Those that the others do not hold, wherever. */
function decksBeyond<F extends Held>(decks: readonly F[], others: readonly Held[]): readonly F[] {
  const known = new Set(others.map(({ contents }) => contents))
  return decks.filter(({ path, contents }) => isDeckName(path) && !known.has(contents))
}

/** Of a deck; none where it is no text. */
export function cardsIn(path: string, bytes: Uint8Array | undefined): readonly CardId[] {
  const decoded = bytes && decodeText(bytes)
  return decoded !== undefined && 'text' in decoded
    ? parseDeck(decoded.text, path).deck.cards.map(({ id }) => id)
    : []
}
