import { dirname, join, relative, sep } from 'node:path'
import { deckPaths } from '../../content/deck-paths.ts'
import { decodeText } from '../../content/decode-text.ts'
import type { ListedDeck } from '../../core/card.ts'
import { imagesOf } from '../../core/card-texts.ts'
import { MOST_IMAGE_BYTES } from '../../core/image-path.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import type { DumpedFile } from '../../interop/dump/dump-lines.ts'
import { cardsOf } from '../deck-cards.ts'
import type { Deps } from '../deps.ts'
import { isOwnDeck } from '../own-note.ts'

/** The learner's own decks as their files have them, and the images that they name. */
export function* ownFiles(deps: Deps, decks: readonly ListedDeck[], isWhole: boolean): Generator<DumpedFile> {
  const { folders } = deps
  const own = decks.filter((deck) => isOwnDeck(deps, deck))
  const texts = isWhole ? deckPaths(folders.decks) : own.map(({ path }) => path)
  const images = own.flatMap((deck) => imagesOfDeck(deps, deck))
  for (const path of new Set([...texts, ...images])) {
    const bytes = bytesOfFile(path, MOST_IMAGE_BYTES)
    if (bytes !== undefined)
      yield { path: relative(folders.decks, path).split(sep).join('/'), ...held(bytes) }
  }
}

function imagesOfDeck(deps: Deps, deck: ListedDeck): readonly string[] {
  const images = cardsOf(deps, deck).flatMap(imagesOf)
  return images.map((image) => join(dirname(deck.path), image))
}

/** What is no text, or would be another text when it is written again, goes byte by byte. */
function held(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  const decoded = decodeText(bytes)
  const isSame = 'text' in decoded && Buffer.from(decoded.text).equals(bytes)
  return isSame ? { text: decoded.text } : { base64: Buffer.from(bytes).toString('base64') }
}
