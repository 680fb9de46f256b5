import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CardId } from '../core/ids.ts'
import type { Deps } from './deps.ts'
import { isOwnDeck } from './own-note.ts'

/** An image that a card of the learner's own names. */
export interface MissingImage {
  readonly card: CardId
  readonly path: string
}

export function findMissingImages(deps: Deps): readonly MissingImage[] {
  return deps.content.decks
    .filter((deck) => isOwnDeck(deps, deck))
    .flatMap((deck) =>
      deck.cards.flatMap((card) => {
        const image = deps.content.cards.get(card)?.image
        const path = image && join(dirname(deck.path), image)
        return path && !existsSync(path) ? [{ card, path }] : []
      }),
    )
}
