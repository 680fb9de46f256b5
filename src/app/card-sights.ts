import type { Deps } from './deps.ts'
import { imageLoader, type LoadImage } from './load-image.ts'
import { type DrawPicture, pictureDrawer } from './picture-drawer.ts'

/** What shows more of a card than its texts. */
export interface CardSights {
  readonly drawingOf: DrawPicture
  readonly imageOf: LoadImage
}

export function openCardSights(deps: Deps): CardSights {
  return { drawingOf: pictureDrawer(deps), imageOf: imageLoader(deps) }
}
