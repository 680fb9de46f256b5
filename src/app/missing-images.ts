import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { imagesOf } from '../core/card-texts.ts'
import type { CardId } from '../core/ids.ts'
import { cardsOf } from './deck-cards.ts'
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
      cardsOf(deps, deck).flatMap((card) => {
        const paths = imagesOf(card).map((image) => join(dirname(deck.path), image))
        return paths.filter((path) => !existsSync(path)).map((path) => ({ card: card.id, path }))
      }),
    )
}
