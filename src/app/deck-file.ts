import { isAbsolute, join } from 'node:path'
import type { DeckTitle } from '../core/card.ts'
import type { Deps } from './deps.ts'

/** Where a deck's Markdown lies. */
export function deckFile({ folders }: Pick<Deps, 'folders'>, { path }: Pick<DeckTitle, 'path'>): string {
  return isAbsolute(path) ? path : join(folders.builtIn, path)
}
