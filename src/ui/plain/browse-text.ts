import type { BrowsedCard, ShownCard } from '../../app/browse-cards.ts'
import { openCardSights } from '../../app/card-sights.ts'
import type { Deps } from '../../app/deps.ts'
import { cardCount, listedText, NONE_FOUND, stateRuns } from '../browse/browse-view.ts'
import { cardPageLines } from '../browse/card-page.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, cropText, type Line, line, lineWidth, padText, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { plainAround, plainText } from './plain-text.ts'

/** One line a card. */
export function browseText(deps: Deps, cards: readonly BrowsedCard[]): string {
  const around = plainAround(deps)
  if (cards.length === 0) return plainText(paragraph(around, NONE_FOUND))
  return plainText([
    line(around.say(cardCount(cards.length))),
    BLANK,
    ...cards.map((card) => idLine(card, around)),
  ])
}

/** What was changed, as it now is. */
export function changedText(deps: Deps, cards: readonly BrowsedCard[]): string {
  const around = plainAround(deps)
  return plainText(cards.map((card) => idLine(card, around)))
}

/** By the id, which other commands take, and as much of the prompt as there is room for. */
function idLine(browsed: BrowsedCard, around: Around): Line {
  const start = [run(`${padText(browsed.card.id, ID_WIDTH)} `), ...stateRuns(browsed, around), run('  ')]
  return [...start, run(cropText(listedText(browsed, around), around.width - lineWidth(start)))]
}

const ID_WIDTH = 36

/** All that is known of each card. */
export function pagesText(deps: Deps, cards: readonly ShownCard[]): string {
  const around = plainAround(deps)
  const sights = openCardSights(deps)
  if (cards.length === 0) return browseText(deps, cards)
  const pages = cards.map((shown) => [
    [run(around.say(shown.deck.title)), run(`  ${shown.card.id}`)],
    BLANK,
    ...cardPageLines(shown, sights, around),
  ])
  return plainText(pages.flatMap((page, at) => (at === 0 ? page : [BLANK, BLANK, ...page])))
}
