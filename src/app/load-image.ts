import { dirname, join } from 'node:path'
import type { CardId } from '../core/ids.ts'
import { isBesideDeck } from '../core/image-path.ts'
import { type ImageTrouble, type RgbImage, shrinkToFit } from '../core/rgb-image.ts'
import { bytesOfFile } from '../disk/read-regular-file.ts'
import { statOf } from '../disk/stat-of.ts'
import { deckFile } from './deck-file.ts'
import { decodeImage } from './decode-image.ts'
import type { Deps } from './deps.ts'

/** By its path as the card has it, relative to its deck. At once, for a screen is drawn without waiting. */
export type LoadImage = (card: CardId, path: string) => RgbImage | ImageTrouble

/** Of a file that is read to be shown. */
const MOST_BYTES = 20_000_000
/** No window shows more of it. */
const LARGEST = { height: 480, width: 640 }
/** As many as the cards in sight and those before them have. */
const MOST_KEPT = 12

/** Each image is read when it is first in sight; it stays for the next key that is pressed. */
export function imageLoader({ content, folders }: Pick<Deps, 'content' | 'folders'>): LoadImage {
  const kept = new Map<string, RgbImage | ImageTrouble>()
  return (card, path) => {
    const deck = content.cards.deckOf(card)
    if (deck === undefined || !isBesideDeck(path)) return 'missing'
    const file = join(dirname(deckFile({ folders }, deck)), path)
    const image = kept.get(file) ?? loadImage(file)
    kept.delete(file)
    // One that is not there may come yet.
    if (image !== 'missing') kept.set(file, image)
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
    return image
  }
}

function loadImage(file: string): RgbImage | ImageTrouble {
  if ((statOf(file)?.size ?? 0) > MOST_BYTES) return 'too-large'
  const bytes = bytesOfFile(file, MOST_BYTES)
  if (bytes === undefined) return 'missing'
  const image = decodeImage(bytes)
  return typeof image === 'string' ? image : shrinkToFit(image, LARGEST)
}
