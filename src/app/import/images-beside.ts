import { dirname, join, posix } from 'node:path'
import type { Card } from '../../core/card.ts'
import { imagesOf } from '../../core/card-texts.ts'
import { MOST_IMAGE_BYTES } from '../../core/image-path.ts'
import type { ImportedFile } from '../../core/imported/imported-source.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'

/**
 * The images that cards name, as they lie beside the deck that is imported; those that are not there are left
 * to `doctor`. They come to lie so beside the place of the deck.
 */
export function* imagesBeside(
  deckPath: string,
  place: string,
  cards: readonly Card[],
): Generator<ImportedFile> {
  for (const image of new Set(cards.flatMap(imagesOf))) {
    const bytes = bytesOfFile(join(dirname(deckPath), image), MOST_IMAGE_BYTES)
    if (bytes !== undefined)
      yield { path: posix.join(posix.dirname(place), image.replaceAll('\\', '/')), bytes }
  }
}
