import { browseCards, withHistory } from '../../app/browse-cards.ts'
import { parseQuery } from '../../core/browse/parse-query.ts'
import { browseFields, pagesFields } from '../../output/json/browse-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'

export interface BrowseFlags {
  readonly full?: boolean
  readonly json?: boolean
}

/** A screen; without a terminal the list, or the pages of the cards. */
export async function browse(
  words: readonly string[],
  { full = false, json = false }: BrowseFlags,
): Promise<void> {
  const query = words.join(' ')
  const wanted = parseQuery(query)
  const deps = await openDeps()
  if (hasTerminal() && !json && !full) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'browse', query })
  }
  const cards = browseCards(deps, wanted)
  const pages = full ? cards.map((card) => withHistory(deps, card)) : undefined
  if (json) return printJson(pages ? pagesFields(pages) : browseFields(cards))
  const text = await import('../../ui/plain/browse-text.ts')
  print(pages ? text.pagesText(deps, pages) : text.browseText(deps, cards))
}
