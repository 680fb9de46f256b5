import type { DeckTitle } from '../../core/card.ts'
import { groupTitle } from '../../core/group-title.ts'
import type { Locale } from '../../core/locale.ts'

/** Where a deck lies among those of Anki: `Anneal::Optimisers::Adam`. */
export function ankiDeckName({ group, title }: DeckTitle, locale: Locale): string {
  const names = ['Anneal', groupTitle(group)[locale], title[locale]].map(levelName)
  return names.filter((name, at) => name !== '' && name !== names[at - 1]).join('::')
}

/** Two colons would begin a level of their own. */
function levelName(title: string): string {
  return title
    .replace(/:{2,}/g, ':')
    .replace(/[\x00-\x1f"]/g, ' ')
    .trim()
}
