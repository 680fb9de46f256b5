import { join } from 'node:path'
import type { DeckTitle } from '../../core/card.ts'
import type { Deps } from '../deps.ts'

/**
 * Whether the file holds the deck of that title, so that further notes of it belong there.
 * @param place relative to the learner's decks
 */
export function takesMore(
  { folders, content }: Pick<Deps, 'folders' | 'content'>,
  place: string,
  { title, group }: Pick<DeckTitle, 'title' | 'group'>,
): boolean {
  const path = join(folders.decks, place)
  return content.decks.some(
    (deck) => deck.path === path && deck.title.en === title.en && deck.group === group,
  )
}
